import path from 'node:path';

/** The folder of the whole project. */
export const projectRoot = path.resolve(import.meta.dirname, '../..');
