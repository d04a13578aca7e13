import { expect, test } from 'vitest';
import { nameLanguages } from './name-languages';

test('whoever adds a language finds it by its French name, in French order', async () => {
  const context: { body: unknown } = { body: undefined };
  await nameLanguages(context, async () => {
    context.body = [
      { code: 'es', name: 'Spanish (es)' },
      { code: 'de-AT', name: 'German (Austria) (de-AT)' },
      { code: 'zz', name: 'Unknown (zz)' },
    ];
  });
  expect(context.body).toEqual([
    { code: 'de-AT', name: 'Allemand autrichien' },
    { code: 'es', name: 'Espagnol' },
    { code: 'zz', name: 'Unknown (zz)' },
  ]);
});
