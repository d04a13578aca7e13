import type { Core } from '@strapi/strapi';

/** Creates the sequence that numbers what providers send. */
export async function prepareReferences(strapi: Core.Strapi): Promise<void> {
  await strapi.db.connection.raw('CREATE SEQUENCE IF NOT EXISTS resources_reference');
}

/** The next reference, which no other submission has or will have: `ST-2026-0042`. */
export async function nextReference(strapi: Core.Strapi): Promise<string> {
  const { rows } = await strapi.db.connection.raw(`SELECT nextval('resources_reference') AS number`);
  const number = (rows as { number: string }[])[0]!.number;
  return `ST-${new Date().getFullYear()}-${number.padStart(4, '0')}`;
}
