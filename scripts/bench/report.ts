import { cpus, release, totalmem, type } from 'node:os';
import type { BurstFigures } from './measure-burst.ts';
import type { DirectoryFigures } from './measure-directory.ts';
import { type Hits, middle, ratio } from './measure-hits.ts';
import { connections } from './measure-load.ts';
import type { Aftermath } from '../../tests/world/killing.ts';
import type { Delays } from './measure-publishing.ts';
import type { StoreMemory } from './measure-store.ts';
import { percentile } from './process-figures.ts';

/** Everything that a run found. */
export interface Findings {
  hits: Hits[];
  misses: { kind: string; median: number; p95: number }[];
  publishing: { title: string; delays: Delays }[];
  killing: Aftermath[];
  forms: { title: string; median: number; p95: number }[];
  burst: BurstFigures;
  /** MiB of each process. */
  memory: Record<string, number>;
  store: StoreMemory;
  directory: DirectoryFigures;
  /** Microseconds of processor time of one hit of the home page, by how many resources the database holds. */
  hitBySize: { resources: number; cost: number }[];
}

/** The report, in Markdown. */
export function tellFindings(findings: Findings): string {
  return [
    introduction(),
    '## The ratios that were asked for\n\n' + ratiosTable(findings),
    '## Hits\n\n' + hitsTable(findings.hits),
    '## Misses\n\nA page that no store holds: the site asks the CMS twice, and renders.\n\n' +
      timesTable(findings.misses),
    `## Publications\n\nFrom the answer of the panel’s publish call to the new page on the last of two sites, behind two CMS and a proxy.\n\n${publishingTable(findings.publishing)}\n\n${killingSentence(findings.killing)}`,
    '## Forms\n\n' + timesTable(findings.forms.map(({ title, ...times }) => ({ kind: title, ...times }))),
    '## A burst of forms\n\n' + burstPart(findings.burst),
    '## Memory\n\n' + memoryTable(findings),
    '## The directory\n\n' + directoryPart(findings.directory),
  ].join('\n\n');
}

function introduction(): string {
  const [cpu] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `# Benchmarks

Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model.trim()}, ${gigabytes} GiB, ${type()} ${release()}, Node ${process.versions.node}.

The load comes from autocannon, ${connections} connections, on the same machine. What is compared is measured in turn, in the same run; a figure is the median of its rounds, and a ratio the median of the ratios of each round.`;
}

function ratiosTable({ hits, store, hitBySize }: Findings): string {
  const find = (sample: string, contender: string) =>
    hits.find((hit) => hit.sample.name === sample && hit.contender.name.startsWith(contender));
  const against = (contender: string, figure: 'rate' | 'p99' = 'rate') => {
    const [ours, theirs] = [find('home, identity', 'the site'), find('home, identity', contender)];
    return ours && theirs ? ratio(ours, theirs, figure).toFixed(2) : 'not installed';
  };
  const rows = [
    ['hit ÷ bare `node:http` sending the same bytes', '≥ 0.80', against('bare')],
    ['hit ÷ nginx static, one worker', '≥ 0.65', against('nginx')],
    [
      'hit with `Accept-Encoding: br` ÷ hit without',
      '≥ 0.9',
      ratio(find('home, br', 'the site')!, find('home, identity', 'the site')!, 'rate').toFixed(2),
    ],
    ['hit ÷ Astro standalone with `memoryCache`', '≥ 4', against('Astro')],
    [`p99 of a hit under ${connections} connections ÷ bare \`node:http\``, '≤ 2', against('bare', 'p99')],
    [
      'memory of the site with 5,000 pages of 12 kB, idle',
      '< 200 MB',
      `${megabytes(store.restored)} after a restart, ${megabytes(store.rendered)} after rendering them`,
    ],
    [
      'processor time of a hit, by resources in the database',
      'the same',
      hitBySize.map(({ resources, cost }) => `${cost.toFixed(0)} µs with ${count(resources)}`).join(', '),
    ],
  ];
  return table(['', 'wanted', 'found'], rows);
}

function hitsTable(hits: Hits[]): string {
  const rows = hits.map((hit) => [
    hit.sample.name,
    hit.contender.name,
    count(hit.sample.body.length),
    count(middle(hit, 'rate')),
    middle(hit, 'p99').toFixed(1),
    middle(hit, 'cost').toFixed(0),
  ]);
  return table(['page', 'server', 'bytes', 'requests/s', 'p99, ms', 'processor, µs'], rows);
}

function timesTable(times: readonly { kind: string; median: number; p95: number }[]): string {
  return table(
    ['', 'median, ms', 'p95, ms'],
    times.map(({ kind, median, p95 }) => [kind, median.toFixed(1), p95.toFixed(1)]),
  );
}

function publishingTable(publishing: Findings['publishing']): string {
  const rows = publishing.map(({ title, delays }) => [
    title,
    count(delays.length),
    ...[0.5, 0.95, 1].map((share) => percentile(delays, share).toFixed(0)),
  ]);
  return table(['', 'publications', 'median, ms', 'p95, ms', 'longest, ms'], rows);
}

function killingSentence(killing: readonly Aftermath[]): string {
  const changed = killing.flatMap((aftermath) => aftermath.changed);
  const untold = killing.flatMap(({ changed, told }) => changed.filter((tag) => !told.includes(tag)));
  const longest = Math.max(...killing.map(({ staleFor }) => staleFor));
  return `The only CMS was killed (kill -9) at a random moment of ${killing.length} × 20 publications: ${changed.length} were made, ${untold.length} of them absent from the log; once the CMS was back, the last of them showed within ${longest.toFixed(0)} ms.`;
}

function burstPart({ forms, received, rate, pages, genuine }: BurstFigures): string {
  const time = (milliseconds: number) => milliseconds.toFixed(1);
  const rows = [
    ['a page, median', time(pages.beside.median), time(pages.during.median)],
    ['a page, p99', time(pages.beside.p99), time(pages.during.p99)],
    ['a comment of somebody else, received', time(genuine.beside), time(genuine.during)],
  ];
  return `${count(forms)} forms are sent at once from one address: ${received} are received, the others refused, ${count(rate)} a second. What others notice, in milliseconds:\n\n${table(['', 'beside', 'during'], rows)}`;
}

function memoryTable({ memory, store }: Findings): string {
  const rows = Object.entries({ ...memory, 'a small site with an empty store': store.empty });
  return table(
    ['process, idle', 'RSS'],
    rows.map(([name, size]) => [name, megabytes(size)]),
  );
}

function directoryPart({ resources, comments, answers, plan }: DirectoryFigures): string {
  const times = timesTable(answers.map(({ title, ...figures }) => ({ kind: title, ...figures })));
  return `${count(resources)} resources and ${count(comments)} comments: what the CMS answers.\n\n${times}\n\nThe plan of the answer filtered by step, zone and two words:\n\n\`\`\`\n${plan}\n\`\`\``;
}

function table(head: string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const count = (value: number) => Math.round(value).toLocaleString('en');
const megabytes = (mebibytes: number) => `${Math.round((mebibytes * 2 ** 20) / 1e6)} MB`;
