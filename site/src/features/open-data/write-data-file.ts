import type { Visit } from '../../lib/visit.ts';
import { writeCatalogue } from './write-catalogue.ts';
import { charterFiles } from './charter-files.ts';
import type { DataFileName } from './data-files.ts';
import { resourceFiles } from './resource-files.ts';

/** A file as it is written, piece by piece. */
export interface DataFile {
  /** ISO 8601, when what it holds last changed. */
  readonly updatedAt: string | undefined;
  readonly content: AsyncIterable<string>;
}

const writers: Readonly<Record<DataFileName, (visit: Visit) => Promise<DataFile | undefined>>> = {
  ...resourceFiles,
  ...charterFiles,
  'catalogue.jsonld': writeCatalogue,
};

/** Writes one file of the open data in the language of the visit. @throws {CmsUnavailable} */
export function writeDataFile(name: DataFileName, visit: Visit): Promise<DataFile | undefined> {
  return writers[name](visit);
}
