import { expect, test } from 'vitest';
import { writeMail } from './write-mail.ts';

const letter = {
  subject: 'Votre envoi\r\nBcc: tous@exemple.example',
  parts: [
    'Bonjour.\nDeux lignes.',
    { link: 'https://s-tetic.example/confirmer/a?b=1&c="2"', label: 'Confirmer' },
    { list: [['Nom', '<script>alert(1)</script>']] as const },
  ],
};

test('the subject is one line, whatever it was made of', () => {
  expect(writeMail(letter, 'fr').subject).toBe('Votre envoi Bcc: tous@exemple.example');
});

test('the text keeps lines and shows the whole link', () => {
  expect(writeMail(letter, 'fr').text).toBe(`Bonjour.
Deux lignes.

Confirmer
https://s-tetic.example/confirmer/a?b=1&c="2"

Nom
  <script>alert(1)</script>
`);
});

test('nothing that was typed is markup in the HTML', () => {
  const { html } = writeMail(letter, 'fr');
  expect(html).toContain('<p>Bonjour.<br>Deux lignes.</p>');
  expect(html).toContain('href="https://s-tetic.example/confirmer/a?b=1&amp;c=&quot;2&quot;"');
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).not.toContain('<script>');
});

test('a mail that can be had no more says where, to mail programs too', () => {
  const address = 'https://s-tetic.example/courriels/a';
  expect(writeMail(letter, 'fr').headers).toBeUndefined();
  expect(writeMail({ ...letter, unsubscribe: address }, 'fr').headers).toEqual({
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  });
});
