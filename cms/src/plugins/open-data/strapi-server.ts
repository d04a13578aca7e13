import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { findOpenCharter } from './find-open-charter';
import { findOpenDataPage } from './find-open-data-page';
import { findResourcesPart } from './find-resources-part';

export default contentPlugin(contract, {
  routes: { page: findOpenDataPage, resources: findResourcesPart, charter: findOpenCharter },
});
