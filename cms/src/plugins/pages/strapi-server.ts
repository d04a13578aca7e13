import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { findCard } from './find-card';
import { findFrame } from './find-frame';
import { findMap } from './find-map';
import { findHome, findPage } from './find-page';

export default contentPlugin(contract, {
  routes: { card: findCard, frame: findFrame, home: findHome, map: findMap, page: findPage },
});
