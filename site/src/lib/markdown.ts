import MarkdownIt, { type Token } from 'markdown-it';
import { keepWhole } from './keep-whole.ts';
import { localized } from './paths.ts';

export interface Rendering {
  /** Internal links lead to the pages of this language. */
  readonly locale: string;
  /** The level of the page's heading above the text: its own headings go below it. 1 unless told. */
  readonly under?: 1 | 2 | 3 | undefined;
  /** A name that no line may break. */
  readonly name?: string | undefined;
  /** Cuts a piece of plain text where it is to lead somewhere by itself. Headings, links and code are left alone. */
  readonly split?: ((text: string) => readonly TextPiece[]) | undefined;
}

/** Plain text, as it is or leading to a path of the site. */
export type TextPiece = string | { readonly text: string; readonly path: string };

const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false }).disable('image');

// markdown-it refuses javascript:, vbscript:, file: and data:. Only what a page of this site has a use for is let through.
markdown.validateLink = (url) => /^(https?:\/\/|mailto:|tel:|\/(?![/\\])|#)/i.test(url.trim());

markdown.renderer.rules.text = (tokens, index, _options, env) =>
  keepWhole(tokens[index]!.content, env?.['name'] as Rendering['name']);

/**
 * HTML of what staff wrote in Markdown. Markup in the text is shown, never obeyed; a link to anything else than a page of the
 * site, http(s), mailto or tel stays text.
 */
export function renderMarkdown(text: string, { locale, under = 1, name, split }: Rendering): string {
  const tokens = markdown.parse(text, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'heading_open' || token.type === 'heading_close') lowerHeading(token, under);
    if (!token.children) continue;
    const isHeading = tokens[index - 1]?.type === 'heading_open';
    if (split && !isHeading) token.children = leadWords(token.children, split);
    for (const child of token.children) if (child.type === 'link_open') leadLink(child, locale);
  }
  return markdown.renderer.render(tokens, markdown.options, { name });
}

/** Staff write their highest heading as level 2, below the title of their page. */
function lowerHeading(token: Token, under: number): void {
  const level = Math.max(2, Number(token.tag.slice(1))) + under - 1;
  token.tag = `h${Math.min(level, 6)}`;
}

function leadWords(tokens: readonly Token[], split: NonNullable<Rendering['split']>): Token[] {
  let links = 0;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') links += 1;
    if (token.type === 'link_close') links -= 1;
    return token.type === 'text' && links === 0 ? split(token.content).flatMap(tokensOf) : token;
  });
}

function tokensOf(piece: TextPiece): Token[] {
  const text = new MarkdownIt.Token('text', '', 0);
  text.content = typeof piece === 'string' ? piece : piece.text;
  if (typeof piece === 'string') return [text];
  const open = new MarkdownIt.Token('link_open', 'a', 1);
  open.attrs = [
    ['class', 'term'],
    ['href', piece.path],
  ];
  return [open, text, new MarkdownIt.Token('link_close', 'a', -1)];
}

function leadLink(token: Token, locale: string): void {
  const href = String(token.attrGet('href'));
  if (href.startsWith('/')) token.attrSet('href', localized(href, locale));
  if (/^https?:/i.test(href)) token.attrSet('rel', 'noopener');
}
