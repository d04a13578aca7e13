import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';

interface Described {
  readonly uid: string;
  readonly config?: unknown;
}

/**
 * Puts labels, help texts and layouts that changed in a contract into force.
 * Strapi reads them once, when it first sees a type; what staff arranged stays until the contract of that type changes.
 */
export async function refreshLayouts(strapi: Core.Strapi): Promise<void> {
  const marks = strapi.store({ type: 'core', name: 's-tetic' });
  const known = ((await marks.get({ key: 'panel-layouts' })) ?? {}) as Record<string, string>;
  const current = Object.fromEntries(
    describedTypes(strapi).map(({ key, config }) => [
      key,
      createHash('sha256').update(JSON.stringify(config)).digest('hex'),
    ]),
  );
  const changed = Object.keys(current).filter((key) => current[key] !== known[key]);
  if (changed.length === 0) return;

  const layouts = strapi.store({ type: 'plugin', name: 'content_manager' });
  for (const key of changed) await layouts.delete({ key: `configuration_${key}` });
  for (const service of ['components', 'content-types']) {
    await strapi.plugin('content-manager').service(service).syncConfigurations();
  }
  await marks.set({ key: 'panel-layouts', value: current });
}

/** Our types and components, under the keys by which the content manager stores their layouts. */
function describedTypes(strapi: Core.Strapi): { key: string; config: unknown }[] {
  const kinds = { content_types: strapi.contentTypes, components: strapi.components };
  return Object.entries(kinds).flatMap(([kind, types]) =>
    (Object.values(types) as Described[])
      .filter(({ config }) => config && Object.keys(config).length > 0)
      .map(({ uid, config }) => ({ key: `${kind}::${uid}`, config })),
  );
}
