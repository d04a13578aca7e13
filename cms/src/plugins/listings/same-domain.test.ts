import { expect, test } from 'vitest';
import { isOnDomain } from './same-domain.ts';

test.each([
  ['marie@agoria.be', 'https://www.agoria.be/fr', true],
  ['Marie@AGORIA.BE', 'http://agoria.be', true],
  ['marie@mail.agoria.be', 'https://agoria.be', false],
  ['x@student.unamur.be', 'https://www.unamur.be', false],
  ['marie@notagoria.be', 'https://agoria.be', false],
  ['marie@agoria.be.example', 'https://agoria.be', false],
  ['marie@agoria.be', 'https://hainaut.agoria.be', false],
  ['marie@gmail.com', 'https://gmail.com', false],
  ['marie@x.skynet.be', 'https://skynet.be/marie', false],
  ['"a@agoria.be"@autre.example', 'https://agoria.be', false],
  ['marie@agoria.be', null, false],
  ['marie@agoria.be', 'pas une adresse', false],
])('%s speaks for %s: %s', (email, website, expected) => {
  expect(isOnDomain(email, website)).toBe(expected);
});
