import { join } from 'node:path';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { AddressInfo } from 'node:net';
import { answerRequests } from './answer-request.ts';
import { ChangeFeed } from './change-feed.ts';
import { Downloads } from './downloads.ts';
import { createBoundedServer } from './http-server.ts';
import { Outage } from './outage.ts';
import { identifyBuild, PageArchive } from './page-archive.ts';
import { PageCache } from './page-cache.ts';
import { createRenderer, type AstroHandler } from './render-page.ts';
import { closeGracefully } from './shutdown.ts';
import { tidyAfterRendering } from './thrift.ts';
import { precompressFiles, serveStaticFiles } from './static-files.ts';
import { Warmer } from './warm.ts';

export interface SiteSettings {
  /** The build of Astro: a folder that holds `client` and `server`. */
  dist: string;
  host: string;
  /** 0 takes a free one. */
  port: number;
  /** Public address, without a slash at its end. */
  siteUrl: string;
  cmsUrl: string;
  /** By which the site proves itself to the CMS. */
  siteToken: string;
  /** Where pages outlive the process. */
  stateDir: string;
  /** Leaves `CDN-Cache-Control` and `Cache-Tag` for a CDN or Varnish in front. */
  keepCdnHeaders: boolean;
  /** How many proxies stand in front, whose `X-Forwarded-*` headers are believed. */
  trustedProxies: number;
  /** How many forms the CMS receives from one network in an hour. */
  formsPerHour: number;
  /** Bytes of pages in memory. */
  maxBytes: number;
  timings?: Partial<typeof TIMINGS>;
}

/** Milliseconds. */
const TIMINGS = {
  /** Given to a page to render, then it is a 503. */
  renderDeadline: 12_000,
  /** That a reader waits for a newer page when an older one is at hand. */
  patience: 2_000,
  /** That the start waits for what changed meanwhile, before it serves pages from disk. */
  catchUpPatience: 2_000,
};

/**
 * Connections that may wait to be accepted, as far as the system allows (net.core.somaxconn). With Node's 511, those of a burst
 * keep out everybody else's, whose system tries again only after seconds.
 */
const WAITING_CONNECTIONS = 4_096;

export interface Site {
  /** Where it listens. */
  address: AddressInfo;
  /** Finishes the requests in flight, writes to disk what is not yet, and stops. */
  stop(): Promise<void>;
}

/** Starts the site: pages from disk first, then what changed since, then the visitors. */
export async function startSite(settings: SiteSettings): Promise<Site> {
  const { cmsUrl, siteUrl, siteToken, keepCdnHeaders } = settings;
  const timings = { ...TIMINGS, ...settings.timings };
  const astro = await loadAstro(settings.dist);
  const archive = PageArchive.open(
    join(settings.stateDir, 'pages'),
    identifyBuild(join(settings.dist, 'server'), siteUrl),
  );
  const renderer = createRenderer(astro, { siteUrl, deadline: timings.renderDeadline });
  const noteRendering = tidyAfterRendering();
  const outage = new Outage(() => feed.askAgain());
  const cache = new PageCache(renderer, outage, {
    maxBytes: settings.maxBytes,
    patience: timings.patience,
    keepCdnHeaders,
    onKept: (page) => {
      noteRendering();
      archive?.keep(page);
    },
    onDropped: (key) => archive?.forget(key),
  });
  const downloads = Downloads.open(astro, siteUrl);
  const warmer = new Warmer(cache, siteUrl);
  for (const page of archive?.pages({ keepCdnHeaders }) ?? []) cache.restore(page);

  const feed = new ChangeFeed({
    cmsUrl,
    token: siteToken,
    cursor: archive?.cursor,
    onChanges: ({ cursor, tags, reset }) => {
      const purged = reset ? cache.purgeAll() : cache.purge(tags);
      archive?.recordPurge(purged, cursor);
      if (reset) downloads?.purgeAll();
      else downloads?.purge(tags);
      warmer.warm();
    },
    onBack: () => {
      outage.end();
      warmer.warm();
    },
  });
  await feed.catchUp(timings.catchUpPatience);

  const client = join(settings.dist, 'client');
  await precompressFiles(client);
  const staticFiles = serveStaticFiles(client);
  const { trustedProxies, formsPerHour } = settings;
  const parts = { cache, renderer, downloads, staticFiles, trustedProxies, formsPerHour };
  const server = createBoundedServer(answerRequests(parts));
  server.listen({ port: settings.port, host: settings.host, backlog: WAITING_CONNECTIONS });
  await once(server, 'listening');
  feed.follow();
  warmer.warm();

  return {
    address: server.address() as AddressInfo,
    async stop() {
      warmer.stop();
      await Promise.all([feed.stop(), closeGracefully(server)]);
      archive?.close();
      downloads?.close();
    },
  };
}

async function loadAstro(dist: string): Promise<AstroHandler> {
  const entry = join(dist, 'server', 'entry.mjs');
  try {
    const { handler } = (await import(pathToFileURL(entry).href)) as { handler: AstroHandler };
    return handler;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new Error(`${entry} cannot be loaded. Was the site built? Run npm run build.`, { cause: error });
  }
}
