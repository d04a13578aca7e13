import { expect, test } from 'vitest';
import { drawArrows, drawGate, loopBox, nodeRadius, placeNodes, wrapWords } from './loop.ts';

const titles = [
  'Se connaître',
  'Connaître son environnement',
  'Créer du business',
  'Développer des synergies et des partenariats',
  'Pratiquer le benchmarking',
  'Favoriser les développements technologiques',
  'Pratiquer une approche commerciale permanente',
  'Assurer une promotion continuelle',
  'Favoriser la création d’activités et de produits nouveaux',
];
const nodes = placeNodes(titles);

test('the first step is at the top and the others follow clockwise', () => {
  expect(nodes).toHaveLength(9);
  expect(nodes[0]?.x).toBe(loopBox.width / 2);
  expect(Math.min(...nodes.map(({ y }) => y))).toBe(nodes[0]?.y);
  expect(nodes.slice(1, 5).every(({ x }) => x > loopBox.width / 2)).toBe(true);
  expect(nodes.slice(5).every(({ x }) => x < loopBox.width / 2)).toBe(true);
});

test('no two steps touch', () => {
  for (const [index, node] of nodes.entries())
    for (const other of nodes.slice(index + 1))
      expect(Math.hypot(node.x - other.x, node.y - other.y)).toBeGreaterThan(2 * nodeRadius + 20);
});

test('every title is written whole, away from the centre and within the drawing', () => {
  for (const [index, { x, label }] of nodes.entries()) {
    expect(label.lines.join(' ')).toBe(titles[index]);
    expect(label.anchor).toBe(index === 0 ? 'middle' : x > loopBox.width / 2 ? 'start' : 'end');
    expect(label.x).toBeGreaterThan(0);
    expect(label.x).toBeLessThan(loopBox.width);
    expect(label.y).toBeGreaterThan(15);
    expect(label.y + label.lines.length * 22).toBeLessThanOrEqual(loopBox.height);
  }
});

test('an arrow leads from each step to the next, and from the last to the first', () => {
  const arrows = drawArrows(9);
  expect(arrows).toHaveLength(9);
  const closing = arrows[8]!.head;
  const nearest = nodes.toSorted(
    (a, b) => Math.hypot(a.x - closing.x, a.y - closing.y) - Math.hypot(b.x - closing.x, b.y - closing.y),
  );
  expect(nearest[0]).toBe(nodes[0]);
});

test('the gate stands between its step and the next', () => {
  const numbers = drawGate(9)[0]!
    .match(/-?[\d.]+/g)!
    .map(Number);
  const y = (numbers[1]! + numbers[3]!) / 2;
  expect(y).toBeGreaterThan(nodes[2]!.y);
  expect(y).toBeLessThan(nodes[3]!.y);
});

test('sentences break between words', () => {
  expect(wrapWords('Connaître son environnement', 15)).toEqual(['Connaître son', 'environnement']);
  expect(wrapWords('Anticonstitutionnellement dit', 10)).toEqual(['Anticonstitutionnellement', 'dit']);
  expect(wrapWords('', 10)).toEqual(['']);
});
