import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { findGroups } from './find-groups';

export default contentPlugin(contract, { routes: { faq: findGroups } });
