import type { WriteStream } from 'node:tty';

/** Where progress is written: a terminal redraws its line, anything else gets plain lines. */
export type Output = Pick<WriteStream, 'write' | 'columns'> & { isTTY?: boolean };

export interface StepOptions<T> {
  /** About how long it takes the first time, in seconds. Short steps need no such promise. */
  usually?: number;
  /** What there is to say of what came out. */
  conclude?: (result: T) => string;
}

/** Told what the work is at, as it goes. */
export type Say = (detail: string) => void;

/** A numbered step: it says what it does, how far it is and how long it took, and gives back what its work gives. */
export type Step = <T>(title: string, work: (say: Say) => Promise<T>, options?: StepOptions<T>) => Promise<T>;

/**
 * Numbers the steps of a command out of a total. No step is begun once the signal says stop.
 *
 *     const step = numberSteps(7, signal);
 *     await step('Build the CMS', (say) => build(say), { usually: 60 });
 */
export function numberSteps(total: number, signal?: AbortSignal, output: Output = process.stdout): Step {
  let number = 0;
  return async (title, work, { usually, conclude } = {}) => {
    signal?.throwIfAborted();
    number += 1;
    const line = output.isTTY ? redrawnLine(output) : plainLine(output);
    const label = `${number}/${total}  ${title}`;
    const started = Date.now();
    let detail = '';
    const draw = () => line.draw(label, { seconds: secondsSince(started), usually, detail });
    draw();
    const timer = setInterval(draw, line.every);
    try {
      const result = await work((text) => (detail = text));
      line.end(label, 'done', secondsSince(started), conclude?.(result) ?? '');
      return result;
    } catch (error) {
      line.end(label, 'failed', secondsSince(started), '');
      throw error;
    } finally {
      clearInterval(timer);
    }
  };
}

/** formatSeconds(75) // => '1 min 15 s' */
export function formatSeconds(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return `${Math.floor(whole / 60)} min${rest ? ` ${rest} s` : ''}`;
}

interface Progress {
  seconds: number;
  usually: number | undefined;
  detail: string;
}

type Outcome = 'done' | 'failed';

interface Line {
  /** How often it is drawn, in milliseconds. */
  every: number;
  draw(label: string, progress: Progress): void;
  end(label: string, outcome: Outcome, seconds: number, conclusion: string): void;
}

function redrawnLine(output: Output): Line {
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
  let frame = 0;
  const show = (text: string) => output.write(`\r\u001b[2K${fit(text, output.columns)}`);
  return {
    every: 120,
    draw(label, { seconds, usually, detail }) {
      const about = usually && seconds < usually * 2 ? ` of about ${formatSeconds(usually)}` : '';
      frame = (frame + 1) % frames.length;
      show(`${frames[frame]} ${label}  ${formatSeconds(seconds)}${about}${detail && `  ${detail}`}`);
    },
    end(label, outcome, seconds, conclusion) {
      show(`${outcome === 'done' ? '✔' : '✘'} ${label}  ${formatSeconds(seconds)}${conclusion && `  ${conclusion}`}`);
      output.write('\n');
    },
  };
}

function plainLine(output: Output): Line {
  let announced = false;
  return {
    every: 15_000,
    draw(label, { seconds, usually, detail }) {
      const about = usually ? ` (about ${formatSeconds(usually)})` : '';
      output.write(
        announced
          ? `${fit(`     still at it after ${formatSeconds(seconds)}${detail && `: ${detail}`}`, 120)}\n`
          : `${label}${about}\n`,
      );
      announced = true;
    },
    end(_label, outcome, seconds, conclusion) {
      output.write(`     ${outcome} in ${formatSeconds(seconds)}${conclusion && `: ${conclusion}`}\n`);
    },
  };
}

function secondsSince(started: number): number {
  return (Date.now() - started) / 1000;
}

/** What is longer than the terminal would wrap, and could not be redrawn. Some terminals do not know their width. */
function fit(text: string, width: number): string {
  const columns = width || 80;
  // eslint-disable-next-line no-control-regex -- programs colour what they write
  const plain = text.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '').replace(/[\r\n\t]/g, ' ');
  return plain.length < columns ? plain : `${plain.slice(0, columns - 2)}…`;
}
