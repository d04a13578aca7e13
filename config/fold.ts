/** Text as it is compared: small letters without accents. `fold('Où êtes-vous, Cœur ?')` // => 'ou etes-vous, coeur ?' */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae');
}
