import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { findNearest } from './find-nearest';
import { findResults } from './find-results';
import { findSuggestions } from './find-suggestions';
import { prepareIndex } from './prepare-index';

/** The search over everything that is published, in PostgreSQL. */
export default contentPlugin(contract, {
  routes: { results: findResults, suggestions: findSuggestions, nearest: findNearest },
  // The log of changes, which the index follows, is there: plugins start in the order of their names.
  bootstrap: prepareIndex,
});
