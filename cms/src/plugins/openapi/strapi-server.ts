import { contentPlugin } from '../../lib/content-plugin';
import { contracts } from '../../lib/contracts';
import { contract } from './contract';
import { describeApi } from './describe-api';

export default contentPlugin(contract, { routes: { description: async () => describeApi(contracts()) } });
