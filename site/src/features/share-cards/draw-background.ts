import { GATE } from '../charter/loop.ts';

/** Of the picture, in pixels: what sites that show links ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** The light colours of tokens.css: a picture has no reader whose preference it could follow. */
export const colours = {
  paper: '#fbf7f0',
  ink: '#211d18',
  quiet: '#5e564a',
  edge: '#857a69',
  accent: '#a62d17',
} as const;

const STEPS = 9;
const centre = { x: 958, y: 315 };
const RADIUS = 158;
const NODE = 27;

/** Where each node of the loop stands: step 1 at the top, the others clockwise. */
export function placeSteps(): { number: number; x: number; y: number }[] {
  return Array.from({ length: STEPS }, (_, index) => ({ number: index + 1, ...pointAt(index) }));
}

/**
 * Everything but the words, as SVG: the paper, the loop with the gate in red and the step that the page is about in ink,
 * and the way back from the last step to the first.
 */
export function drawBackground(current?: number): string {
  const { width, height } = cardSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
  <rect width="${width}" height="${height}" fill="${colours.paper}"/>
  <path d="M0 0H${width}" stroke="${colours.accent}" stroke-width="24"/>
  <path d="M64 536H736M64 542H736" stroke="${colours.ink}" stroke-width="2"/>
  <g fill="none" stroke-width="3.5">
${Array.from({ length: STEPS }, (_, index) => drawArc(index)).join('\n')}
  </g>
${placeSteps()
  .map((step) => drawNode(step, current))
  .join('\n')}
</svg>`;
}

function drawArc(index: number): string {
  const clearance = (NODE + 9) / RADIUS / ((2 * Math.PI) / STEPS);
  const [from, to] = [pointAt(index + clearance), pointAt(index + 1 - clearance)];
  const isBack = index === STEPS - 1;
  const look = isBack ? `stroke="${colours.accent}" stroke-dasharray="9 7"` : `stroke="${colours.edge}"`;
  return `<path d="M${from.x} ${from.y}A${RADIUS} ${RADIUS} 0 0 1 ${to.x} ${to.y}" ${look}/>`;
}

function drawNode({ number, x, y }: { number: number; x: number; y: number }, current?: number): string {
  const fill = number === GATE ? colours.accent : number === current ? colours.ink : colours.paper;
  const edge = number === GATE ? colours.accent : colours.ink;
  const ring =
    number === GATE || number === current
      ? `<circle cx="${x}" cy="${y}" r="${NODE + 7}" fill="none" stroke="${edge}" stroke-width="${number === current ? 5 : 2.5}"/>`
      : '';
  return `<circle cx="${x}" cy="${y}" r="${NODE}" fill="${fill}" stroke="${edge}" stroke-width="3"/>${ring}`;
}

function pointAt(position: number): { x: number; y: number } {
  const angle = (position / STEPS) * 2 * Math.PI - Math.PI / 2;
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(centre.x + RADIUS * Math.cos(angle)), y: round(centre.y + RADIUS * Math.sin(angle)) };
}
