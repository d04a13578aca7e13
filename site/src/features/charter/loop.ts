/** The step that comes before those that follow it: «L'étape 3 passe avant les autres», says the charter. */
export const GATE = 3;

/** A text on one line or more. */
export interface Label {
  readonly x: number;
  /** Baseline of the first line. */
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly lines: readonly string[];
}

export interface LoopNode {
  readonly x: number;
  readonly y: number;
  readonly label: Label;
}

export interface LoopArrow {
  readonly path: string;
  /** Where its head is, and where it points to in degrees. */
  readonly head: { readonly x: number; readonly y: number; readonly angle: number };
}

/** All lengths in units of the view box. */
export const loopBox = { width: 860, height: 566 } as const;
export const nodeRadius = 27;
export const lineHeight = 22;

const centre = { x: loopBox.width / 2, y: 282 };
const radius = 188;
/** From the edge of a node to its label. */
const labelGap = 14;
/** Mean width of a character of the labels. */
const characterWidth = 10.2;
/** From the edge of a node, or of the gate's frame, to the end of an arrow. */
const arrowGap = 9;

/** Where each step stands and what is written beside it: step 1 at the top, the others clockwise. */
export function placeNodes(titles: readonly string[]): readonly LoopNode[] {
  return titles.map((title, index) => {
    const { x, y } = pointAt(angleOf(index, titles.length), radius);
    return { x, y, label: placeLabel(title, x, y) };
  });
}

/** An arrow from each step to the next. The last one closes the loop. */
export function drawArrows(count: number): readonly LoopArrow[] {
  return Array.from({ length: count }, (_, index) => {
    const clearance = (nodeRadius + arrowGap) / radius;
    const from = angleOf(index, count) + clearance;
    const to = angleOf(index + 1, count) - clearance;
    const [start, end] = [pointAt(from, radius), pointAt(to, radius)];
    return {
      path: `M${start.x} ${start.y}A${radius} ${radius} 0 0 1 ${end.x} ${end.y}`,
      head: { ...end, angle: round((to * 180) / Math.PI + 90) },
    };
  });
}

/** The two posts of the gate, across the way that leads out of its step. */
export function drawGate(count: number): readonly string[] {
  const middle = angleOf(GATE - 1, count) + Math.PI / count;
  return [-0.03, 0.03].map((offset) => {
    const inner = pointAt(middle + offset, radius - 24);
    const outer = pointAt(middle + offset, radius + 24);
    return `M${inner.x} ${inner.y}L${outer.x} ${outer.y}`;
  });
}

/** What is written in the middle, line by line. */
export function placeCentre(lines: readonly string[], height: number): Label {
  return {
    x: centre.x,
    y: round(centre.y - ((lines.length - 1) * height) / 2 + height * 0.35),
    anchor: 'middle',
    lines,
  };
}

/**
 * Breaks a sentence between words into lines of at most `max` characters; a longer word has a line of its own.
 * `wrapWords('Connaître son environnement', 15)` // => ['Connaître son', 'environnement']
 */
export function wrapWords(sentence: string, max: number): readonly string[] {
  const lines: string[] = [];
  for (const word of sentence.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= max) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/**
 * Away from the centre: above the node at the top, below those at the bottom, beside the others.
 * The line after the title is left to the count.
 */
function placeLabel(title: string, x: number, y: number): Label {
  const side = Math.sign(Math.round(x - centre.x));
  const isLow = y - centre.y > radius * 0.8;
  const edge = x + side * (isLow ? -nodeRadius : nodeRadius + labelGap);
  const room = side === 0 ? loopBox.width / 2 : side > 0 ? loopBox.width - edge : edge;
  const lines = wrapWords(title, Math.floor(room / characterWidth));

  const height = lines.length * lineHeight;
  // Beside a node, the title and its count are a little further from the middle height than the node: off the arrows.
  const beside = y - (height + lineHeight) / 2 + ((y - centre.y) / radius) * 14;
  const top = side === 0 ? y - nodeRadius - labelGap - height - lineHeight : isLow ? y + nodeRadius + labelGap : beside;
  const anchor = side === 0 ? 'middle' : side > 0 ? 'start' : 'end';
  return { x: round(edge), y: round(top + lineHeight * 0.8), anchor, lines };
}

function angleOf(index: number, count: number): number {
  return (index / count) * 2 * Math.PI - Math.PI / 2;
}

function pointAt(angle: number, distance: number): { x: number; y: number } {
  return { x: round(centre.x + distance * Math.cos(angle)), y: round(centre.y + distance * Math.sin(angle)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
