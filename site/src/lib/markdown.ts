import MarkdownIt from 'markdown-it';
import { localized } from './paths.ts';

export interface Rendering {
  /** Internal links lead to the pages of this language. */
  readonly locale: string;
  /** The level of the page's heading above the text: its own headings go below it. 1 unless told. */
  readonly under?: 1 | 2 | 3;
}

/**
 * HTML of what staff wrote in Markdown. Markup in the text is shown, never obeyed; links other than http(s), mailto, tel and
 * paths of the site stay text.
 */
export function renderMarkdown(text: string, { locale, under = 1 }: Rendering): string {
  return markdown.render(text, { locale, under });
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

const unchecked = markdown.validateLink.bind(markdown);
markdown.validateLink = (url) => /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i.test(url) && unchecked(url);

markdown.renderer.rules['link_open'] = (tokens, index, options, environment: Rendering, self) => {
  const token = tokens[index]!;
  const href = token.attrGet('href') ?? '';
  if (href.startsWith('/')) token.attrSet('href', localized(href, environment.locale));
  if (/^https?:/i.test(href)) token.attrSet('rel', 'noopener');
  return self.renderToken(tokens, index, options);
};

for (const rule of ['heading_open', 'heading_close'] as const) {
  markdown.renderer.rules[rule] = (tokens, index, options, environment: Required<Rendering>, self) => {
    const token = tokens[index]!;
    // Staff write their highest heading as level 2, as a page's title is level 1.
    const level = Math.max(2, Number(token.tag.slice(1))) + environment.under - 1;
    token.tag = `h${Math.min(level, 6)}`;
    return self.renderToken(tokens, index, options);
  };
}
