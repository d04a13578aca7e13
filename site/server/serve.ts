import { resolve } from 'node:path';
import { readEnvironment } from '@s-tetic/config/environment';
import { stopOnSignal } from './shutdown.ts';
import { startSite } from './site.ts';

const environment = readEnvironment(process.env, 'site');

const site = await startSite({
  dist: resolve(import.meta.dirname, '../dist'),
  host: environment.SITE_HOST,
  port: environment.SITE_PORT,
  siteUrl: environment.SITE_URL,
  cmsUrl: environment.CMS_URL,
  siteToken: environment.SITE_TOKEN,
  stateDir: resolve(environment.STATE_DIR),
  keepCdnHeaders: environment.CDN_IN_FRONT,
  trustedProxies: environment.TRUSTED_PROXIES,
  formsPerHour: environment.FORMS_PER_HOUR,
  maxBytes: environment.PAGE_CACHE_MB * 2 ** 20,
});
stopOnSignal(site.stop);
console.log(`The site listens on http://${site.address.address}:${site.address.port} as ${environment.SITE_URL}`);
