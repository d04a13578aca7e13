import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { findTerms } from './find-terms';

export default contentPlugin(contract, { routes: { terms: findTerms } });
