import type { Core } from '@strapi/strapi';
import { contracts } from './lib/contracts';
import { prepareLocales } from './lib/locales';
import { removeDefaultTokens } from './lib/remove-default-tokens';
import { prepareRoles } from './lib/roles';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    refuseMissingPlugins(strapi);
    await prepareLocales(strapi);
    await prepareRoles(strapi);
    await removeDefaultTokens(strapi);
  },
};

/** Strapi skips without a word a plugin whose compiled entry is missing: a site without its FAQ must not start. */
function refuseMissingPlugins(strapi: Core.Strapi) {
  const missing = contracts().filter(({ name }) => !strapi.plugin(name));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  throw new Error(
    `Strapi did not load: ${names}. Every folder of src/plugins needs a compiled strapi-server.js. Run npm run build again.`,
  );
}
