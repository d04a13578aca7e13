/** What a file holds, and as what. */
export interface DataFileKind {
  readonly dataset: 'resources' | 'charter' | 'catalogue';
  readonly format: 'csv' | 'json' | 'jsonld';
}

/** The files of the open data, under /donnees-ouvertes in each language. Re-users count on their addresses: they are for good. */
export const dataFiles = {
  'ressources.csv': { dataset: 'resources', format: 'csv' },
  'experiences.csv': { dataset: 'resources', format: 'csv' },
  'ressources.json': { dataset: 'resources', format: 'json' },
  'ressources.jsonld': { dataset: 'resources', format: 'jsonld' },
  'etapes.csv': { dataset: 'charter', format: 'csv' },
  'observations.csv': { dataset: 'charter', format: 'csv' },
  'charte.json': { dataset: 'charter', format: 'json' },
  'charte.jsonld': { dataset: 'charter', format: 'jsonld' },
  'catalogue.jsonld': { dataset: 'catalogue', format: 'jsonld' },
} as const satisfies Record<string, DataFileKind>;

export type DataFileName = keyof typeof dataFiles;

export const mediaTypes = {
  csv: 'text/csv',
  json: 'application/json',
  jsonld: 'application/ld+json',
} as const satisfies Record<DataFileKind['format'], string>;

/** The files of a dataset, in the order in which they are shown. */
export function filesOf(dataset: DataFileKind['dataset']): DataFileName[] {
  return (Object.keys(dataFiles) as DataFileName[]).filter((name) => dataFiles[name].dataset === dataset);
}

export function isDataFile(name: string | undefined): name is DataFileName {
  return name !== undefined && Object.hasOwn(dataFiles, name);
}

/** Whether a path leads to one of the files: `isDataFileAt('/en/donnees-ouvertes/charte.json')` // => true */
export function isDataFileAt(path: string): boolean {
  const [, name] = /^(?:\/[a-zA-Z0-9-]+)?\/donnees-ouvertes\/([a-z.]+)$/.exec(path) ?? [];
  return isDataFile(name);
}
