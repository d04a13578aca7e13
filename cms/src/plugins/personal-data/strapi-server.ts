import { contentPlugin } from '../../lib/content-plugin';
import { askData } from './ask-data';
import { contract } from './contract';
import { eraseData } from './erase-data';
import { copyData, summarizeData } from './show-data';

/** What the law gives everyone: to have what is kept of their address, and to have it erased. */
export default contentPlugin(contract, {
  routes: { ask: askData, look: summarizeData, copy: copyData, erase: eraseData },
});
