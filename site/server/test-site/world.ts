import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import type { SiteSettings } from '../site.ts';
import { thriftyStart } from '../thrift.ts';
import type { TestCms } from './cms.ts';

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface AskOptions {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string;
}

/** A site process on the built test site, with a state folder of its own. */
export class TestSite {
  readonly process: ChildProcess;
  readonly url: string;

  constructor(process: ChildProcess, url: string) {
    this.process = process;
    this.url = url;
  }

  /** One request, sent as given: no redirection followed, no header added, nothing decoded. */
  async ask(path: string, { method = 'GET', headers = {}, body }: AskOptions = {}): Promise<Reply> {
    const { hostname, port } = new URL(this.url);
    const sent = request({ hostname, port, path, method, headers: { host: 'localhost', ...headers }, agent: false });
    sent.end(body);
    const [response] = await once(sent, 'response');
    const chunks: Buffer[] = [];
    for await (const chunk of response) chunks.push(chunk as Buffer);
    const whole = Buffer.concat(chunks);
    return { status: response.statusCode, headers: response.headers, body: whole, text: whole.toString() };
  }

  async signal(name: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const exited = once(this.process, 'exit');
    this.process.kill(name);
    await exited;
  }
}

/** Starts site processes and clears everything away at the end. */
export class TestWorld {
  readonly stateDir = mkdtempSync(join(tmpdir(), 's-tetic-site-'));
  readonly #cms: TestCms;
  readonly #sites: TestSite[] = [];

  constructor(cms: TestCms) {
    this.#cms = cms;
  }

  async startSite(settings: Partial<SiteSettings> & { isStreaming?: boolean } = {}): Promise<TestSite> {
    const { isStreaming = false, ...given } = settings;
    const all: SiteSettings = {
      dist: await buildTestSite(isStreaming),
      host: '127.0.0.1',
      port: 0,
      siteUrl: 'https://example.test',
      cmsUrl: this.#cms.url,
      siteToken: 'a-token-of-the-site',
      stateDir: this.stateDir,
      keepCdnHeaders: false,
      trustedProxies: 0,
      formsPerHour: 1_000_000,
      maxBytes: 16 * 1024 * 1024,
      ...given,
      timings: { renderDeadline: 10_000, patience: 1_500, catchUpPatience: 10_000, ...given.timings },
    };
    const start = join(import.meta.dirname, 'start.ts');
    const child = spawn(process.execPath, [...thriftyStart.arguments, start, JSON.stringify(all)], {
      env: {
        ...process.env,
        ...thriftyStart.environment,
        NODE_ENV: 'production',
        CMS_URL: all.cmsUrl,
        SITE_URL: all.siteUrl,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout! })) {
      if (!/^\d+$/.test(line)) continue;
      const site = new TestSite(child, `http://127.0.0.1:${line}`);
      this.#sites.push(site);
      child.stdout!.resume();
      return site;
    }
    throw new Error('The site process ended before it listened. What it said is above.');
  }

  async clear(): Promise<void> {
    await Promise.all(this.#sites.map((site) => site.signal('SIGKILL')));
    rmSync(this.stateDir, { recursive: true, force: true });
  }
}

const builds = new Map<boolean, Promise<string>>();

function buildTestSite(isStreaming: boolean): Promise<string> {
  const build = builds.get(isStreaming) ?? runBuild(isStreaming);
  builds.set(isStreaming, build);
  return build;
}

/** In a process of its own: a build is for production, whatever the tests run as. */
async function runBuild(isStreaming: boolean): Promise<string> {
  const script = join(import.meta.dirname, 'build.ts');
  const environment = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...(isStreaming ? ['--streaming'] : [])], {
    env: environment,
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** Waits until something holds, and fails with what was last seen otherwise. */
export async function eventually(check: () => Promise<void> | void, patience = 5_000): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await delay(25);
    }
  }
}
