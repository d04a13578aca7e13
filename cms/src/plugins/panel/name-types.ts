import type { Core } from '@strapi/strapi';

interface Subject {
  readonly uid: string;
  label: string;
}

interface Layout {
  readonly data?: { readonly sections?: Readonly<Record<string, { readonly subjects?: readonly Subject[] }>> };
}

/** Names content types in French where rights are shown: Strapi labels them by their names in code. */
export function nameTypes(strapi: Core.Strapi) {
  return async (context: { body: unknown }, next: () => Promise<void>): Promise<void> => {
    await next();
    const { sections = {} } = (context.body as Layout | undefined)?.data ?? {};
    for (const { subjects = [] } of [sections['collectionTypes'] ?? {}, sections['singleTypes'] ?? {}]) {
      for (const subject of subjects) {
        subject.label = strapi.contentTypes[subject.uid as never]?.['info'].displayName ?? subject.label;
      }
    }
  };
}
