import { contentPlugin } from '../../lib/content-plugin';
import { contract } from './contract';
import { findAssessment } from './find-assessment';
import { findCharter } from './find-charter';
import { findStep } from './find-step';

export default contentPlugin(contract, {
  routes: { charter: findCharter, step: findStep, assessment: findAssessment },
});
