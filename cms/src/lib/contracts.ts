import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Attribute, Component, Contract } from './contract';

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
