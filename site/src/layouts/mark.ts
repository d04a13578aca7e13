const RADIUS = 38;
const GATE = 3;

/** The nine dots of the mark around (0, 0), the first at the top, clockwise. */
export const marks = Array.from({ length: 9 }, (_, index) => {
  const angle = (index / 9) * 2 * Math.PI - Math.PI / 2;
  const round = (value: number) => Math.round(value * 10) / 10;
  return { x: round(RADIUS * Math.cos(angle)), y: round(RADIUS * Math.sin(angle)), isGate: index + 1 === GATE };
});
