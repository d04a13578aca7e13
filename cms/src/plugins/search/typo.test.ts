import { expect, test } from 'vitest';
import { isOneTypoAway } from './typo';

test.each([
  ['chrate', 'charte', 'two letters that changed places'],
  ['resource', 'ressource', 'a letter forgotten'],
  ['cllster', 'cluster', 'another letter'],
  ['clusterr', 'cluster', 'a letter too many'],
  ['xcluster', 'cluster', 'a letter before'],
])('«%s» may be «%s»: %s', (typed, word) => {
  expect(isOneTypoAway(typed, word)).toBe(true);
  expect(isOneTypoAway(word, typed)).toBe(true);
});

test.each([
  ['cluster', 'cluster'],
  ['cluster', 'clou'],
  ['chratse', 'charte'],
  ['abcdef', 'bacdfe'],
  ['export', 'expert1'],
])('«%s» is not one typo away from «%s»', (typed, word) => {
  expect(isOneTypoAway(typed, word)).toBe(false);
});
