import autocannon from 'autocannon';
import { readProcessorTime } from './process-figures.ts';

/** What a server gave under load. */
export interface Load {
  /** Requests a second. */
  rate: number;
  /** Milliseconds. */
  p99: number;
  /** Microseconds of its processor time that a request cost: the figure that other work on the machine disturbs least. */
  cost: number;
}

/** How many ask at once. */
export const connections = 64;

/**
 * Asks for one address as fast as the server answers.
 *
 * @param pid the process whose time is counted
 * @param status what the address answers when all is well
 * @throws when it answers anything else
 */
export async function measureLoad(
  url: string,
  { pid, encoding, status, seconds }: { pid: number; encoding: string; status: number; seconds: number },
): Promise<Load> {
  const before = readProcessorTime(pid);
  const result = await autocannon({ url, connections, duration: seconds, headers: { 'accept-encoding': encoding } });
  const answers = result.statusCodeStats?.[`${status}` as `${number}`]?.count ?? 0;
  if (result.errors > 0 || answers < result.requests.total)
    throw new Error(
      `${url} answered something else than ${status} ${result.requests.total - answers} times, and broke off ${result.errors} times.`,
    );
  return {
    rate: result.requests.average,
    p99: result.latency.p99,
    cost: (readProcessorTime(pid) - before) / result.requests.total,
  };
}
