import type { ItemField } from './panel';
import { diffTexts, replaced } from './diff-texts';
import type { ModeratedType } from './moderated-types';
import { sentAttributes, type Values } from './public-fields';
import { tellValue } from './tell-value';

/**
 * What was sent, field by field in the order of the contract, each beside what is public where it differs.
 * Fields that say nothing on either side are left out.
 *
 * @param before what is public; undefined when nothing is, and everything is new
 */
export function compareFields(type: ModeratedType, before: Values | undefined, after: Values): ItemField[] {
  return sentAttributes(type)
    .map(([name, attribute]): ItemField => {
      const value = tellValue(attribute, after[name]);
      const isChoice = attribute.type === 'enumeration';
      const known = before && name in before ? tellValue(attribute, before[name]) : value;
      const changes = isChoice && known !== value ? replaced(known, value) : diffTexts(known, value);
      return {
        name,
        label: attribute.label,
        value,
        ...(isChoice && { isChoice: true as const }),
        ...(changes.length > 0 && { changes }),
      };
    })
    .filter(({ value, changes }) => value !== '' || changes !== undefined);
}
