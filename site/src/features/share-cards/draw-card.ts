import { createRequire } from 'node:module';
import pLimit from 'p-limit';
import sharp, { type OverlayOptions } from 'sharp';
import { escapeXml } from '../../lib/xml.ts';
import { GATE } from '../charter/loop.ts';
import { colours, drawBackground, placeSteps } from './draw-background.ts';

/** What a card says. */
export interface CardWords {
  readonly title: string;
  readonly siteName: string;
  /** Who speaks, below the name of the site. */
  readonly operator: string;
  /** The step that the page is about, and what it is called: «Étape 3 sur 9». */
  readonly step?: { readonly number: number; readonly label: string } | undefined;
}

/** Drawn with the site's own font, whatever fonts the machine has. Sharp reads no WOFF2: this is the same in the form before. */
const fontfile = createRequire(import.meta.url).resolve('@s-tetic/site/src/styles/fonts/young-serif.ttf');

/** Pixels. A title takes as many lines as it needs in its box and shrinks to fit, but a short one does not shout. */
const titleBox = { left: 64, top: 132, width: 672, height: 372, largest: 76 } as const;

/** A PNG of 1200 × 630 pixels: the title of a page beside the loop. */
export async function drawCard({ title, siteName, operator, step }: CardWords): Promise<Buffer> {
  const { left, width } = titleBox;
  const words = await Promise.all([
    drawTitle(title),
    drawLine(step?.label ?? '', 30, colours.accent, () => ({ left, top: 76 })),
    drawLine(siteName, 38, colours.ink, () => ({ left, top: 562 })),
    drawLine(operator, 24, colours.quiet, (line) => ({ left: left + width - line.width, top: 572 })),
  ]);
  return sharp(await loopAt(step?.number))
    .composite(present(words))
    .png({ palette: true, colours: 64 })
    .toBuffer();
}

const loops = new Map<number | undefined, Promise<Buffer>>();

/** The card without its words, drawn once for each step that it can show. */
function loopAt(current: number | undefined): Promise<Buffer> {
  const loop = loops.get(current) ?? drawLoop(current);
  loops.set(current, loop);
  return loop;
}

async function drawLoop(current: number | undefined): Promise<Buffer> {
  const numbers = placeSteps().map(({ number, x, y }) => {
    const colour = number === GATE || number === current ? colours.paper : colours.ink;
    return drawLine(String(number), 30, colour, ({ width, height }) => ({
      left: Math.round(x - width / 2),
      top: Math.round(y - height / 2),
    }));
  });
  return sharp(Buffer.from(drawBackground(current)))
    .composite(present(await Promise.all(numbers)))
    .png()
    .toBuffer();
}

/** Fills the box downwards from its top, in letters no larger than the largest. */
async function drawTitle(title: string): Promise<OverlayOptions | undefined> {
  const { left, top, width, height, largest } = titleBox;
  const fitted = await drawText(title, colours.ink, { width, height });
  if (!fitted) return undefined;
  const isTooLarge = (fitted.info.textAutofitDpi ?? 0) > dpiOf(largest);
  const drawn = isTooLarge ? ((await drawText(title, colours.ink, { width, dpi: dpiOf(largest) })) ?? fitted) : fitted;
  return { input: drawn.data, left, top: top + Math.max(0, Math.round((height - drawn.info.height) / 2)) };
}

async function drawLine(
  line: string,
  pixels: number,
  colour: string,
  placeOf: (size: { width: number; height: number }) => { left: number; top: number },
): Promise<OverlayOptions | undefined> {
  const drawn = await drawText(line, colour, { dpi: dpiOf(pixels) });
  return drawn && { input: drawn.data, ...placeOf(drawn.info) };
}

const present = (words: readonly (OverlayOptions | undefined)[]) => words.filter((word) => word !== undefined);

/**
 * One text at a time in the whole process: libvips looks fonts up in a table that two texts at once may break, which ends the
 * process and the site with it (libvips/libvips#3660, lovell/sharp#4401).
 */
const inTurn = pLimit(1);

/** Nothing for a text without a character to draw: Pango refuses it. */
async function drawText(text: string, colour: string, box: { width?: number; height?: number; dpi?: number }) {
  if (text.trim() === '') return undefined;
  const markup = `<span foreground="${colour}">${escapeXml(text)}</span>`;
  const font = `Young Serif ${POINTS}`;
  return inTurn(() =>
    sharp({ text: { text: markup, font, fontfile, rgba: true, wrap: 'word', ...box } })
      .png()
      .toBuffer({ resolveWithObject: true }),
  );
}

/** Text is measured in points, and scaled by the resolution: at 72 a point is a pixel. */
const POINTS = 12;

const dpiOf = (pixels: number) => Math.round((pixels / POINTS) * 72);
