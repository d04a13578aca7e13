import { readFileSync } from 'node:fs';

/** MiB that a process holds in memory (RSS), as Linux counts them. */
export function readMemory(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** Microseconds of processor time that a process has used: proc_pid_stat(5), in hundredths of a second. */
export function readProcessorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** percentile([1, 2, 3, 4], 0.95) // => 4 */
export function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))]!;
}
