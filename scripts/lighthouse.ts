import lighthouse, { type Result } from 'lighthouse';
import { computeMedianRun } from 'lighthouse/core/lib/median-run.js';
import { kindsOfPage } from '../tests/world/kinds.ts';
import { runCommand } from './local/command.ts';
import { numberSteps } from './local/progress.ts';
import { openShownSite } from './local/shown-site.ts';
import { writeReport } from './local/write-report.ts';

const audited = ['home', 'charter', 'step', 'directory', 'resource', 'form', 'faq', 'stop'] as const;

/** Scores out of 100 that a page must reach. */
const wanted = { performance: 99, accessibility: 100, 'best-practices': 100, seo: 100 } as const;

/** What Lighthouse advises against the chance of one run: the page is told by the median of several. */
const runsPerPage = 3;

type Category = keyof typeof wanted;

const categories = Object.keys(wanted) as Category[];

/** Audits eight kinds of page with Lighthouse's own mobile settings, and writes docs/lighthouse.md. */
await runCommand(async (signal) => {
  const step = numberSteps(4, signal);
  await using running = new AsyncDisposableStack();
  const { siteUrl, debuggingPort } = await openShownSite('lighthouse', step, running, signal);
  const results = await step(
    'Audits',
    async (say) => {
      const results: [kind: string, result: Result][] = [];
      for (const kind of audited) {
        signal.throwIfAborted();
        say(kind);
        results.push([kind, await auditByMedian(siteUrl + kindsOfPage[kind], debuggingPort)]);
      }
      return results;
    },
    { usually: 300 },
  );
  await writeReport('lighthouse.md', tellResults(results));
  const isReached = results.every(([, result]) => categories.every((name) => scoreOf(result, name) >= wanted[name]));
  process.exitCode = isReached ? 0 : 1;
});

async function auditByMedian(url: string, port: number): Promise<Result> {
  const runs: Result[] = [];
  while (runs.length < runsPerPage) runs.push(await audit(url, port));
  return computeMedianRun(runs);
}

async function audit(url: string, port: number): Promise<Result> {
  const run = await lighthouse(url, { port, onlyCategories: categories, logLevel: 'error' });
  if (!run)
    throw new Error(`Lighthouse gave no result for ${url}. Open this address, then run \`npm run lighthouse\` again.`);
  return run.lhr;
}

function scoreOf({ categories }: Result, name: Category): number {
  return Math.round((categories[name]?.score ?? 0) * 100);
}

function tellResults(results: readonly [kind: string, result: Result][]): string {
  const [, first] = results[0]!;
  const rows = results.map(([kind, result]) => [
    kind,
    ...categories.map((name) => String(scoreOf(result, name))),
    figureOf(result, 'largest-contentful-paint'),
    figureOf(result, 'total-blocking-time'),
    figureOf(result, 'cumulative-layout-shift'),
    figureOf(result, 'total-byte-weight'),
  ]);
  const lines = [
    ['page', ...categories, 'largest paint', 'blocking', 'shift', 'weight'],
    ['---', ...Array.from({ length: 8 }, () => '--:')],
    ...rows,
    ['wanted', ...categories.map((name) => `≥ ${wanted[name]}`), '', '', '', ''],
  ];
  const shortfalls = results.flatMap(([kind, result]) => shortfallsOf(kind, result));
  return `# Lighthouse

Made by \`npm run lighthouse\` on ${first.fetchTime.slice(0, 10)}: Lighthouse ${first.lighthouseVersion}, its mobile settings, the median of ${runsPerPage} runs
of the built product on one machine.

The machine's benchmark index is ${Math.round(first.environment.benchmarkIndex)}. Lighthouse slows every machine four times, so a run compares only with one of a like index:
below 1,500 or so, pages that do nothing but be laid out begin to lose points for blocking.

${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}

${shortfalls.length === 0 ? 'No audit that counts is failed.' : `What is missing:\n\n${shortfalls.map((line) => `- ${line}`).join('\n')}`}
`;
}

function figureOf({ audits }: Result, name: string): string {
  return audits[name]?.displayValue?.replace(/^Total size was /, '') ?? '';
}

/** The audits that cost a page points. */
function shortfallsOf(kind: string, { categories: found, audits }: Result): string[] {
  return categories.flatMap((name) =>
    (found[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9)
      .map(({ id }) => `${kind}: ${audits[id]?.title} (${id})`),
  );
}
