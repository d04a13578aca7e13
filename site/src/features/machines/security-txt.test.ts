import { expect, test } from 'vitest';
import { renderSecurityTxt } from './security-txt.ts';

test('it says whom to write to, until when, in which languages, and where it is', () => {
  const now = Date.parse('2026-11-24T11:00:00.000Z');
  const canonical = 'https://site.example/.well-known/security.txt';
  expect(renderSecurityTxt({ mailbox: 'securite@site.example', languages: ['fr', 'en'], canonical, now })).toBe(
    `Contact: mailto:securite@site.example
Expires: 2027-05-23T00:00:00.000Z
Preferred-Languages: fr, en
Canonical: https://site.example/.well-known/security.txt
`,
  );
});
