import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { WorldAddresses } from '../../tests/world/world.ts';
import { projectRoot } from '../local/project.ts';
import { percentile } from './process-figures.ts';

/** What the CMS takes to answer for a directory of some size. */
export interface DirectoryFigures {
  resources: number;
  comments: number;
  answers: { title: string; path: string; median: number; p95: number }[];
  /** PostgreSQL's plan of what the CMS asks for the answer filtered by step, zone and two words. */
  plan: string;
}

/** What is asked of it, by what it is called in the report. */
export const questions = {
  'filtered by step, zone and a word': '/api/resources/resources?step=3&zone=hainaut&q=num%C3%A9rique',
  'filtered by step, zone and two words': '/api/resources/resources?step=3&zone=hainaut&q=atelier+croissance',
  'not filtered': '/api/resources/resources',
  'far into the list, the newest first': '/api/resources/resources?sort=new&page=900',
  'one resource, with its comments': '/api/resources/resources/load-77',
  'a step, with what supports it': '/api/charter/steps/creer-du-business',
  home: '/api/pages/home',
  'a search': '/api/search/results?q=atelier+num%C3%A9rique',
  'a suggestion while typing': '/api/search/suggestions?q=num',
  'pages near a wrong address': '/api/search/nearest?path=%2Fressources%2Fateliers-numeriques',
};

const asked = 100;

/** Adds resources, numbered `from` … `to`, and comments on them to the database of a world. */
export async function loadDirectory(
  databaseUrl: string,
  { from, to, comments }: { from: number; to: number; comments: number },
): Promise<void> {
  const sql = readFileSync(path.join(import.meta.dirname, 'directory.sql'), 'utf8')
    .replaceAll(':from', String(from))
    .replaceAll(':to', String(to))
    .replaceAll(':comments', String(comments));
  await withDatabase(databaseUrl, async (database) => {
    await database.query(`BEGIN; ${sql} COMMIT`);
    await database.query('VACUUM ANALYZE');
  });
}

/** Asks the CMS of a world, whose database was loaded, for what its pages ask. */
export async function measureDirectory(
  { cmsUrl, databaseUrl }: WorldAddresses,
  size: { resources: number; comments: number },
): Promise<DirectoryFigures> {
  const times = new Map(Object.keys(questions).map((title) => [title, [] as number[]]));
  for (let round = 0; round < asked; round++) {
    for (const [title, question] of Object.entries(questions)) {
      const started = performance.now();
      const answer = await fetch(cmsUrl + question);
      await answer.text();
      if (!answer.ok) throw new Error(`The CMS answered ${answer.status} to ${question}, 200 was expected.`);
      times.get(title)!.push(performance.now() - started);
    }
  }
  const answers = Object.entries(questions).map(([title, path]) => ({
    title,
    path,
    median: percentile(times.get(title)!, 0.5),
    p95: percentile(times.get(title)!, 0.95),
  }));
  return { ...size, answers, plan: await explain(databaseUrl) };
}

type MatchStatement = (filters: object, perPage: number) => { sql: string; bound: unknown[] };

/** The plan of the very statement that the CMS sends. */
async function explain(databaseUrl: string): Promise<string> {
  const filters = { locale: 'fr', step: 3, zone: 'hainaut', q: 'atelier croissance', page: 1, sort: 'name' };
  const built = path.join(projectRoot, 'cms/dist/src/plugins/resources/match-resources.js');
  const { matchStatement } = (await import(built)) as { matchStatement: MatchStatement };
  const { sql, bound } = matchStatement(filters, 20);
  let number = 0;
  const numbered = sql.replaceAll('?', () => `$${++number}`);
  return withDatabase(databaseUrl, async (database) => {
    const { rows } = await database.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) ${numbered}`,
      bound,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}

async function withDatabase<T>(databaseUrl: string, work: (database: pg.Client) => Promise<T>): Promise<T> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}
