import { pageOf } from '../../lib/page';
import type { ReadHandler } from '../../lib/public-routes';
import { contract } from './contract';
import { findObservations } from './find-observations';
import { findSteps } from './find-steps';

/** The charter with its nine steps and its observations. */
export const findCharter: ReadHandler = async (reader) => {
  const charter = await reader.one(contract, 'charter');
  if (!charter) return undefined;
  const [page, steps, observations] = await Promise.all([
    pageOf(reader, contract, 'charter', charter),
    findSteps(reader),
    findObservations(reader),
  ]);
  return { page, charter, steps, observations };
};
