/** From this many letters up, one typo is forgiven: a shorter word has too many neighbours. */
export const forgivenFrom = 5;

/**
 * Whether two words differ by one letter more, one less, one other, or two neighbours that changed places
 * (optimal string alignment distance of 1).
 *
 *     isOneTypoAway('chrate', 'charte')     // => true
 *     isOneTypoAway('resource', 'ressource') // => true
 */
export function isOneTypoAway(typed: string, word: string): boolean {
  if (typed === word || Math.abs(typed.length - word.length) > 1) return false;
  let same = 0;
  while (same < Math.min(typed.length, word.length) && typed[same] === word[same]) same += 1;
  const [left, right] = [typed.slice(same), word.slice(same)];
  if (left.length !== right.length) return left.slice(1) === right || left === right.slice(1);
  return (
    left.slice(1) === right.slice(1) ||
    (left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2))
  );
}
