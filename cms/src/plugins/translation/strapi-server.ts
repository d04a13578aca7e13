import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';

export default contentPlugin(contract);
