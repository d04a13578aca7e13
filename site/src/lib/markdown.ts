import MarkdownIt, { type Token } from 'markdown-it';
import { localized } from './paths.ts';

export interface Rendering {
  /** Internal links lead to the pages of this language. */
  readonly locale: string;
  /** The level of the page's heading above the text: its own headings go below it. 1 unless told. */
  readonly under?: 1 | 2 | 3;
}

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

// markdown-it refuses javascript:, vbscript:, file: and data:. Only what a page of this site has a use for is let through.
markdown.validateLink = (url) => /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i.test(url.trim());

/**
 * HTML of what staff wrote in Markdown. Markup in the text is shown, never obeyed; a link to anything else than a page of the
 * site, http(s), mailto or tel stays text.
 */
export function renderMarkdown(text: string, { locale, under = 1 }: Rendering): string {
  const tokens = markdown.parse(text, {});
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') lowerHeading(token, under);
    for (const child of token.children ?? []) if (child.type === 'link_open') leadLink(child, locale);
  }
  return markdown.renderer.render(tokens, markdown.options, {});
}

/** Staff write their highest heading as level 2, below the title of their page. */
function lowerHeading(token: Token, under: number): void {
  const level = Math.max(2, Number(token.tag.slice(1))) + under - 1;
  token.tag = `h${Math.min(level, 6)}`;
}

function leadLink(token: Token, locale: string): void {
  const href = String(token.attrGet('href'));
  if (href.startsWith('/')) token.attrSet('href', localized(href, locale));
  if (/^https?:/i.test(href)) token.attrSet('rel', 'noopener');
}
