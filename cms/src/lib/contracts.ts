import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Attribute, Component, ContentType, Contract } from './contract';

let found: readonly Contract[] | undefined;

/** The contract of every feature, as found on disk beside this file: nothing is listed by hand. */
export function contracts(): readonly Contract[] {
  found ??= readContracts(path.join(__dirname, '../plugins'));
  return found;
}

function readContracts(folder: string): Contract[] {
  return readdirSync(folder)
    .map((name) => path.join(folder, name, 'contract.js'))
    .filter((file) => existsSync(file))
    .map((file) => (require(file) as { contract: Contract }).contract);
}

/** A content type, as Strapi calls it and as its feature does. */
export interface KnownType {
  /** `plugin::faq.entry` */
  readonly uid: string;
  readonly contract: Contract;
  /** Its name in the contract: `entry`. */
  readonly name: string;
  readonly type: ContentType;
}

/** Every content type of every feature. */
export const allTypes = (): KnownType[] =>
  contracts().flatMap((contract) =>
    Object.entries(contract.contentTypes).map(([name, type]) => ({ uid: uidOf(contract, name), contract, name, type })),
  );

/** `uidOf(faq, 'entry')` // => 'plugin::faq.entry' */
export const uidOf = (contract: Contract, name: string) => `plugin::${contract.name}.${name}`;

/**
 * What the items of an attribute are made of. A component may be another feature's.
 * @throws {Error} when no contract describes it
 */
export function componentOf({ component }: Extract<Attribute, { type: 'component' }>): Component {
  const [feature, name = ''] = component.split('.');
  const described = contracts().find((contract) => contract.name === feature)?.components?.[name];
  if (!described)
    throw new Error(
      `An attribute names the component «${component}», which no contract describes. ` +
        `Add «${name}» to the components of the contract of «${feature}», or correct the name.`,
    );
  return described;
}
