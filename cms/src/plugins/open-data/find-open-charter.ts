import type { Located } from '../../lib/overlay';
import type { ReadHandler } from '../../lib/public-routes';
import type { Reader } from '../../lib/reader';
import { contract } from '../charter/contract';
import { findObservations } from '../charter/find-observations';
import { findSteps } from '../charter/find-steps';

/** The charter with its nine steps and its observations, whole. */
export const findOpenCharter: ReadHandler = async (reader) => {
  const { charter, ...parts } = await readCharter(reader);
  return charter && { charter, ...parts };
};

/** The same, even before there is a text to open it, with when the last of it changed. */
export async function readCharter(reader: Reader) {
  const [charter, steps, observations] = await Promise.all([
    reader.one(contract, 'charter'),
    findSteps(reader),
    findObservations(reader),
  ]);
  return { charter, steps, observations, ...lastChangeOf([...(charter ? [charter] : []), ...steps, ...observations]) };
}

function lastChangeOf(documents: readonly Pick<Located, 'updatedAt'>[]): { updatedAt?: string } {
  const updatedAt = documents
    .map((document) => new Date(document.updatedAt).toISOString())
    .sort()
    .at(-1);
  return updatedAt === undefined ? {} : { updatedAt };
}
