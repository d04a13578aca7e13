import { catalogue } from '@s-tetic/config/words';
import { expect, test } from 'vitest';
import { wordsIn } from '../i18n/words.ts';
import { explainFailure } from './explain-failure.ts';

const t = wordsIn('fr', { words: catalogue['fr']!, frenchWords: [] });

test.each([
  [{ status: 400 }, 'Nous n’avons pas compris cette demande', 'caractères que nous n’acceptons pas'],
  [{ status: 405, method: 'PUT' }, 'Nous n’avons pas compris cette demande', 'la méthode PUT'],
  [{ status: 411 }, 'Nous n’avons pas compris cette demande', 'sa taille'],
  [{ status: 413, limit: 1_048_576 }, 'Nous n’avons pas compris cette demande', '1024 ko au plus'],
  [{ status: 414, limit: 1024 }, 'Nous n’avons pas compris cette demande', '1024 caractères au plus'],
  [{ status: 503 }, 'Cette page n’est pas disponible', 'revenez dans quelques minutes'],
  [{ status: 500 }, 'de notre côté', 'Vous n’y êtes pour rien'],
])('%j says what is wrong', (failure, title, text) => {
  const explained = explainFailure({ path: '/', ...failure });
  expect(t(explained.title)).toContain(title);
  expect(t(explained.text, explained.values)).toContain(text);
  expect(t(explained.text, explained.values)).not.toContain('{');
});
