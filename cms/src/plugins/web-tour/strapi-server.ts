import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { findTour, findTours } from './find-tours';

export default contentPlugin(contract, { routes: { tours: findTours, tour: findTour } });
