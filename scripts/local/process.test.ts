import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { isAlive, type Program, runToEnd, startService, waitForAnswer } from './process.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 's-tetic-process-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a program that fails is told with its last lines and where the rest is', async () => {
  const program = write('console.log("one"); console.error("two"); process.exit(3)');
  await expect(runToEnd(program, () => undefined)).rejects.toThrow(
    `The program failed (exit code 3). Its last lines:\none\ntwo\nThe whole of it: ${program.logFile}`,
  );
});

test('a program that met a full disk says so in one sentence', async () => {
  const program = write('console.error("Error: ENOSPC: no space left on device, write"); process.exit(1)');
  await expect(runToEnd(program, () => undefined)).rejects.toThrow(/^The disk is full\./);
});

test('a service that ends before it answers is told at once', async () => {
  const program = write('console.error("no database"); process.exit(1)');
  const service = startService(program);
  await expect(waitForAnswer(program, service, 'http://127.0.0.1:1/')).rejects.toThrow(
    `The program ended by itself (exit code 1). Its last lines:\nno database\nThe whole of it: ${program.logFile}`,
  );
});

test('a service is asked to end, and gets the time to do it', async () => {
  const program = write(
    'process.on("SIGTERM", () => setTimeout(() => { console.log("tidy"); process.exit(0) }, 200)); console.log("up"); setInterval(() => {}, 1000)',
  );
  const service = startService(program);
  await expect.poll(() => readFileSync(program.logFile, 'utf8')).toBe('up\n');
  await service.stop();
  expect(readFileSync(program.logFile, 'utf8')).toBe('up\ntidy\n');
});

test('what a service started goes with it', async () => {
  const program = write(
    'const { spawn } = require("node:child_process"); console.log(spawn("sleep", ["1000"]).pid); setInterval(() => {}, 1000)',
  );
  const service = startService(program);
  await expect.poll(() => readFileSync(program.logFile, 'utf8')).toMatch(/\d\n/);
  const grandchild = Number(readFileSync(program.logFile, 'utf8'));
  await service.stop();
  await expect.poll(() => isAlive(grandchild)).toBe(false);
});

test('a service ends with the command that started it, even by kill -9', async () => {
  const service = write('console.log(process.pid); setInterval(() => {}, 1000)');
  const command = write(`
    const { readFileSync } = require('node:fs');
    import(${JSON.stringify(path.join(import.meta.dirname, 'process.ts'))}).then(({ startService }) => {
      startService(${JSON.stringify(service)});
      setInterval(() => readFileSync(${JSON.stringify(service.logFile)}, 'utf8') && process.kill(process.pid, 'SIGKILL'), 50);
    });`);
  await startService(command).exited;
  const pid = Number(readFileSync(service.logFile, 'utf8'));
  await expect.poll(() => isAlive(pid)).toBe(false);
});

let written = 0;

function write(source: string): Program {
  written += 1;
  const script = path.join(folder, `${written}.cjs`);
  writeFileSync(script, source);
  const logFile = path.join(folder, `${written}.log`);
  return { title: 'The program', args: [script], cwd: folder, env: process.env, logFile };
}
