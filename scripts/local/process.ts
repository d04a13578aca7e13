import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure, fullDisk, tellsOfFullDisk } from './failure.ts';
import type { Say } from './progress.ts';

/** A Node program to run: a script and its arguments. */
export interface Program {
  /** How it is called in messages: «The CMS». */
  title: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logFile: string;
}

/** A program that runs until it is told to stop. */
export interface Service {
  pid: number;
  /** Settles when it has ended, with a sentence that says how. */
  exited: Promise<string>;
  /** Sends it one signal and waits for its end. Gives its exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** Asks it to end, then makes it. */
  stop(): Promise<void>;
}

type Ending = [code: number | null, signal: NodeJS.Signals | null];

/** How long a program may take to end what it is doing, in milliseconds. */
const patience = 10_000;

/**
 * Starts a program of ours in the background, with what it writes going to its log file.
 *
 * @param print told every line that it writes, where somebody watches; there is no log file then
 */
export function startService(program: Program, print?: (line: string) => void): Service {
  // The log of an earlier run would be taken for what this one says.
  rmSync(program.logFile, { force: true });
  const child = print ? spawnNode(program, 'pipe') : spawnLogged(program);
  for (const stream of [child.stdout, child.stderr]) {
    if (stream && print) createInterface({ input: stream }).on('line', print);
  }
  const ending = new Promise<Ending>((resolve) => child.once('exit', (...how) => resolve(how)));
  return {
    // A program that could not be started has none, and ends at once.
    pid: child.pid ?? 0,
    exited: ending.then((how) => describeEnd(program, 'ended by itself', how)),
    end: async (signal) => {
      child.kill(signal);
      const [code, by] = await ending;
      return by ?? code ?? 0;
    },
    stop: () => stopChild(child),
  };
}

/**
 * Waits until a service answers at an address with a success.
 *
 * @throws {Failure} when it ends before that, or takes longer than five minutes
 */
export async function waitForAnswer(
  program: Program,
  service: Service,
  url: string,
  signal?: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + 300_000;
  const ended = service.exited.then((message) => {
    throw new Failure(message);
  });
  ended.catch(() => undefined);
  while (!(await Promise.race([answers(url), ended]))) {
    signal?.throwIfAborted();
    if (Date.now() > deadline)
      throw new Failure(`${program.title} does not answer at ${url} after five minutes.${quote(program.logFile)}`);
    await Promise.race([wait(100), ended]);
  }
}

/**
 * Runs a program of ours to its end.
 *
 * @param say told the last line that it wrote, as it goes
 * @throws {Failure} with its last lines when it does not end well
 */
export async function runToEnd(program: Program, say: Say, signal?: AbortSignal): Promise<void> {
  const child = spawnLogged(program);
  const stop = () => void stopChild(child);
  signal?.addEventListener('abort', stop);
  const watch = setInterval(() => say(lastLines(program.logFile, 1)), 500);
  const [code, by] = await new Promise<Ending>((resolve) => child.once('exit', (...ending) => resolve(ending)));
  clearInterval(watch);
  signal?.removeEventListener('abort', stop);
  signal?.throwIfAborted();
  if (code !== 0) throw new Failure(describeEnd(program, 'failed', [code, by]));
}

/** describeEnd(cms, 'ended by itself', [1, null]) // => 'The CMS ended by itself (exit code 1). Its last lines: …' */
function describeEnd({ title, logFile }: Program, verb: string, [code, signal]: Ending): string {
  if (tellsOfFullDisk(readEnd(logFile))) return fullDisk;
  return `${title} ${verb} (${signal ? `signal ${signal}` : `exit code ${code}`}).${quote(logFile)}`;
}

/** What somebody watches has no log. */
function quote(logFile: string): string {
  const lines = lastLines(logFile, 15);
  return lines && ` Its last lines:\n${lines}\nThe whole of it: ${logFile}`;
}

/** Whether a process of that number runs, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function spawnLogged(program: Program): ChildProcess {
  const log = openSync(program.logFile, 'w');
  const child = spawnNode(program, log);
  closeSync(log);
  return child;
}

/** In a process group of its own, so that Ctrl-C in the terminal reaches us first and things stop in order. */
function spawnNode({ args, cwd, env }: Program, output: number | 'pipe'): ChildProcess {
  // It ends when this process does, however this one ends: the channel between them closes.
  const followParent = path.join(import.meta.dirname, 'follow-parent.ts');
  return spawn(process.execPath, ['--import', followParent, ...args], {
    cwd,
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.race([exited, wait(patience, undefined, { ref: false })]);
  }
  killGroup(child);
}

/** Whatever is left of the program and of what it started. */
function killGroup(child: ChildProcess) {
  try {
    if (child.pid) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing was left.
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function lastLines(logFile: string, count: number): string {
  return readEnd(logFile).trim().split('\n').slice(-count).join('\n');
}

/** The last 64 KiB of a log, which may have grown for weeks. */
function readEnd(logFile: string): string {
  if (!existsSync(logFile)) return '';
  const file = openSync(logFile, 'r');
  const { size } = fstatSync(file);
  const end = Buffer.alloc(Math.min(size, 64 * 1024));
  readSync(file, end, 0, end.length, size - end.length);
  closeSync(file);
  return end.toString();
}
