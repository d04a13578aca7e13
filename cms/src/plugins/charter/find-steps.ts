import type { Located } from '../../lib/overlay';
import type { Reader } from '../../lib/reader';
import { countSupport } from '../resources/count-support';
import { contract } from './contract';

/** The nine steps in order, each with how many public and private resources support it. */
export async function findSteps(reader: Reader): Promise<Located[]> {
  const [steps, support] = await Promise.all([reader.list(contract, 'step'), countSupport(reader)]);
  return steps.map((step) => ({
    ...step,
    support: support.get(step['number'] as number) ?? { public: 0, private: 0 },
  }));
}
