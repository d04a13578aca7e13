import type { Core } from '@strapi/strapi';
import type { Contract } from './contract';
import { fillAddresses } from './fill-addresses';
import { publicRoutes, type Handlers } from './public-routes';
import { strapiComponents, strapiContentTypes } from './strapi-schema';

interface Behaviour<C extends Contract> {
  /** What answers each route of the contract. Every route has one: the compiler sees to it. */
  readonly routes?: Handlers<C>;
  /** Routes of the admin panel, in Strapi's own form. */
  readonly adminRoutes?: readonly object[];
  /** What answers the site alone at `GET /api/<feature>`: no part of the public API. */
  readonly siteRoute?: (context: never) => Promise<void>;
  readonly services?: Readonly<Record<string, unknown>>;
  /** Runs before Strapi reads the schemas. */
  readonly register?: (strapi: Core.Strapi) => void;
  /** Runs when the database is ready. */
  readonly bootstrap?: (strapi: Core.Strapi) => Promise<void> | void;
  /** Runs before the program ends. */
  readonly destroy?: () => Promise<void>;
}

/**
 * Makes a Strapi plugin of a contract and of what answers its routes.
 * `export default contentPlugin(contract, { routes: { steps: findSteps } })`
 */
export function contentPlugin<const C extends Contract>(contract: C, behaviour: Behaviour<C> = {}) {
  return {
    contentTypes: strapiContentTypes(contract),
    services: Object.fromEntries(
      Object.entries(behaviour.services ?? {}).map(([name, service]) => [name, () => service]),
    ),
    routes: {
      public: {
        type: 'content-api',
        routes: publicRoutes(contract, (behaviour.routes ?? {}) as Readonly<Record<string, unknown>>),
      },
      site: { type: 'content-api', routes: behaviour.siteRoute ? [siteRoute(contract, behaviour.siteRoute)] : [] },
      panel: { type: 'admin', routes: behaviour.adminRoutes ?? [] },
    },
    register({ strapi }: { strapi: Core.Strapi }) {
      strapi.get('components').add(strapiComponents(contract));
      strapi.documents.use(fillAddresses(strapi, contract));
      behaviour.register?.(strapi);
    },
    async bootstrap({ strapi }: { strapi: Core.Strapi }) {
      await behaviour.bootstrap?.(strapi);
    },
    async destroy() {
      await behaviour.destroy?.();
    },
  };
}

const siteRoute = ({ name }: Contract, handler: (context: never) => Promise<void>) => ({
  method: 'GET',
  path: `/${name}`,
  handler,
  config: { auth: false, prefix: '' },
});
