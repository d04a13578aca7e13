// The only file that runs on the Node of the machine, which may be an old one, and on nothing but its built-ins:
// it installs what the lockfile asks for, Node 24 included, and hands over to scripts/<verb>.ts.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const node = path.join(root, 'node_modules/.bin/node');
const [verb = 'start', ...args] = process.argv.slice(2);

requireOldestNode();
requireSystem();
if (!isInstalled()) await install();
process.exitCode = await handOver();

function requireOldestNode() {
  if (Number(process.versions.node.split('.')[0]) >= 20) return;
  stop(
    `Node ${process.versions.node} is too old: S-tetic is installed by Node 20 or later. Install one from https://nodejs.org, then run this again.`,
  );
}

function requireSystem() {
  if (process.platform !== 'win32') return;
  stop(
    'S-tetic runs on Linux and macOS. On Windows, run it inside WSL: https://learn.microsoft.com/windows/wsl/install',
  );
}

/** npm writes down what it installed, last of all: an install that was cut short, or made from another lockfile, differs. */
function isInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed) || !existsSync(node)) return false;
  const have = JSON.parse(readFileSync(installed, 'utf8')).packages;
  return Object.entries(lockedPackages()).every(
    ([folder, { version, optional }]) => (optional && !have[folder]) || have[folder]?.version === version,
  );
}

function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  delete packages[''];
  return packages;
}

/** Shows how many packages are unpacked, out of those of the lockfile that are for this platform. */
async function install() {
  requireSpace();
  const wanted = Object.entries(lockedPackages()).filter(([, entry]) => !entry.link && isForHere(entry));
  const started = Date.now();
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const options = ['ci', '--no-audit', '--no-fund', '--ignore-scripts=false'];
  const child = spawn(npm[0], [...npm.slice(1), ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-20_000);
    });
  }
  const title = 'Installing what the lockfile asks for (the first time only, 1 to 5 minutes)';
  const say = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const there = wanted.filter(([folder]) => existsSync(path.join(root, folder, 'package.json'))).length;
    const line = `${there} of ${wanted.length} packages, ${seconds} s`;
    process.stdout.write(process.stdout.isTTY ? `\r\u001b[2K${title}: ${line}` : `  ${line}\n`);
  };
  if (!process.stdout.isTTY) process.stdout.write(`${title}\n`);
  const timer = setInterval(say, process.stdout.isTTY ? 1000 : 15_000);
  const forward = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
  const code = await ending(child);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, forward);
  clearInterval(timer);
  say();
  process.stdout.write('\n');
  if (code !== 0) stop(explainInstall(output));
}

function requireSpace() {
  const { bavail, bsize } = statfsSync(root);
  const free = (bavail * bsize) / 2 ** 30;
  if (free < 3)
    stop(
      `Only ${free.toFixed(1)} GB are free on the disk of ${root}; a first start needs about 3 GB. Free some space, then run this again.`,
    );
}

function isForHere({ os, cpu, libc }) {
  const accepts = (list, value) =>
    !list || list.includes(value) || (list[0].startsWith('!') && !list.includes(`!${value}`));
  return accepts(os, process.platform) && accepts(cpu, process.arch) && (!libc || libc.includes('glibc'));
}

function explainInstall(output) {
  if (/ENOSPC/.test(output))
    return 'The disk is full. Free some space (a first start needs about 3 GB), then run this again.';
  if (/EACCES|EPERM/.test(output))
    return `npm may not write in ${root}: part of it belongs to another user. Run this as the user who ran it first, or give the folder to yourself with chown.`;
  if (/ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|EAI_AGAIN/.test(output))
    return 'The packages could not be fetched: npm does not reach its registry. Check the network and `npm config get registry`, then run this again.';
  if (/can only install packages when/.test(output))
    return 'package.json and package-lock.json do not agree. Bring the lockfile up to date with `npm install`, then run this again.';
  const lines = output.split('\n').filter((line) => !/^npm (http|warn)/.test(line));
  return `npm could not install the packages. Its last lines:\n${lines.slice(-15).join('\n')}`;
}

/** The channel tells the command when this process ends, however it ends, so that nothing is left running. */
async function handOver() {
  const script = path.join(root, 'scripts', `${verb}.ts`);
  const child = spawn(node, [script, ...args], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  stopWithNpm(child);
  return ending(child);
}

/** A signal sent to npm alone ends npm and the shell that it runs us in, and neither passes it on. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 500).unref();
}

function ending(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}

function stop(message) {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
}
