import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawCard } from './draw-card.ts';

const card = { title: 'Se connaître', siteName: 'S-tetic', operator: 'Agoria Hainaut Namur' };

test.each([
  ['a short title', 'FAQ'],
  ['a title longer than its box', 'Connaître son environnement, ses clients et ses voisins '.repeat(8)],
  ['a word longer than a line', 'a'.repeat(120)],
  ['a title that looks like markup', '<b>R&D</b> "0" &amp; <span size="90000">'],
  ['a title of spaces', '   '],
  ['letters that the font does not have', '日本語 и русский'],
])('%s is drawn at the size that sharing asks for', async (_what, title) => {
  const drawn = await drawCard({ ...card, title });
  expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(drawn.length).toBeLessThan(120_000);
});

test('two steps have two pictures', async () => {
  const [first, other] = await Promise.all(
    [1, 2].map((number) => drawCard({ ...card, step: { number, label: `Étape ${number} sur 9` } })),
  );
  expect(first!.equals(other!)).toBe(false);
});

test('accents are drawn: a letter and the same with its accent differ', async () => {
  const [plain, accented] = await Promise.all(['Reussir', 'Réussir'].map((title) => drawCard({ ...card, title })));
  expect(plain!.equals(accented!)).toBe(false);
});
