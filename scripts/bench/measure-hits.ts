import type { Contender, Sample } from './contenders.ts';
import { type Load, measureLoad } from './measure-load.ts';
import { median } from './process-figures.ts';

/** What one contender gave for one sample, round after round. */
export interface Hits {
  sample: Sample;
  contender: Contender;
  rounds: Load[];
}

const rounds = 5;
const seconds = 2;

/**
 * Measures samples on the servers that send them, in turn, several rounds; the first, which warms up, does not count.
 * The first sample of each encoding is measured on every server, the others on the first two.
 */
export async function measureHits(
  contenders: Contender[],
  samples: Sample[],
  say: (detail: string) => void,
): Promise<Hits[]> {
  const firsts = samples.filter(
    ({ encoding }, index) => samples.findIndex((one) => one.encoding === encoding) === index,
  );
  const all: Hits[] = samples.flatMap((sample) =>
    (firsts.includes(sample) ? contenders : contenders.slice(0, 2))
      .filter((contender) => contender.urlOf(sample))
      .map((contender) => ({ sample, contender, rounds: [] })),
  );
  for (const sample of samples) {
    const hits = all.filter((hit) => hit.sample === sample);
    for (let round = 0; round <= rounds; round++) {
      for (const { contender, rounds } of hits) {
        say(`${sample.name}, ${contender.name}`);
        const { pid } = contender;
        const { encoding, status } = sample;
        const load = await measureLoad(contender.urlOf(sample)!, { pid, encoding, status, seconds });
        if (round > 0) rounds.push(load);
      }
    }
  }
  return all;
}

/** The median of one figure. */
export function middle({ rounds }: Hits, figure: keyof Load): number {
  return median(rounds.map((round) => round[figure]));
}

/** The median of what one gave in each round for what the other gave in the same. */
export function ratio(one: Hits, other: Hits, figure: keyof Load): number {
  return median(one.rounds.map((round, index) => round[figure] / other.rounds[index]![figure]));
}
