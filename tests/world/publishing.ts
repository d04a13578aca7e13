import type { Panel } from './panel.ts';

/** A document as the panel's API gives it. */
export interface Document {
  id: number;
  documentId: string;
  [field: string]: unknown;
}

/** collection('faq.entry') // => '/content-manager/collection-types/plugin::faq.entry' */
export const collection = (type: string) => `/content-manager/collection-types/plugin::${type}`;

/** The first hundred French documents of a type. */
export async function listDocuments(panel: Panel, type: string): Promise<Document[]> {
  const { results } = await panel.send<{ results: Document[] }>('GET', `${collection(type)}?locale=fr&pageSize=100`);
  return results;
}

/** Changes some fields of a document and publishes it, in one call, as the panel does. */
export async function publish(
  panel: Panel,
  type: string,
  { documentId }: Pick<Document, 'documentId'>,
  fields: object,
  locale = 'fr',
): Promise<unknown> {
  const address = `${collection(type)}/${documentId}`;
  const { data } = await panel.send<{ data: Document | null }>('GET', `${address}?locale=${locale}`);
  return panel.send('POST', `${address}/actions/publish?locale=${locale}`, {
    ...(data && withoutLinks(data)),
    ...fields,
  });
}

const ofTheDocument = [
  'id',
  'documentId',
  'createdAt',
  'updatedAt',
  'publishedAt',
  'createdBy',
  'updatedBy',
  'localizations',
  'status',
];

/** What the panel sends back of what it read: links only when they change. */
export function withoutLinks(document: Document): object {
  const kept = Object.entries(document).filter(([name, value]) => {
    const isCount = typeof value === 'object' && value !== null && 'count' in value;
    return !isCount && !ofTheDocument.includes(name);
  });
  return Object.fromEntries(kept);
}
