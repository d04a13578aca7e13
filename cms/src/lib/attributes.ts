import type { Attribute } from './contract';

/** The order in lists, written by staff. */
export const rank = {
  type: 'integer',
  label: 'Rang',
  help: 'Les plus petits d’abord.',
  required: true,
  min: 0,
  max: 10_000,
} as const satisfies Attribute;

/**
 * The end of a page's address, shared by every language; made from the French `from` when left empty.
 * @param reserved ends of addresses that lead to another page: `['inscrire']`
 */
export const slugAttribute = <const From extends string>(from: From, reserved: readonly string[] = []) =>
  ({
    type: 'string',
    label: 'Adresse',
    help: 'La fin de l’adresse de la page. Laissez vide : elle se déduit du titre français.',
    required: true,
    unique: true,
    maxLength: 120,
    pattern: `^${reserved.map((slug) => `(?!${slug}$)`).join('')}[a-z0-9]+(-[a-z0-9]+)*$`,
    from,
  }) as const satisfies Attribute;
