import type { Core } from '@strapi/strapi';

/** What a mail says, apart from its subject. */
export interface Content {
  readonly text: string;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Encryption {
  encrypt(value: string): string | null;
  decrypt(sealed: string): string | null;
}

const encryption = (strapi: Core.Strapi): Encryption => strapi.service('admin::encryption') as unknown as Encryption;

/** Encrypts under ENCRYPTION_KEY: a mail holds links that act in its reader's name, which a copy of the database must not give away. */
export function seal(strapi: Core.Strapi, content: Content): string {
  const sealed = encryption(strapi).encrypt(JSON.stringify(content));
  if (sealed === null)
    throw new Error('A mail could not be encrypted: ENCRYPTION_KEY is not set. Set it, then start again.');
  return sealed;
}

/** @returns undefined when it was sealed under another key. */
export function unseal(strapi: Core.Strapi, sealed: string): Content | undefined {
  const content = encryption(strapi).decrypt(sealed);
  return content === null ? undefined : (JSON.parse(content) as Content);
}
