import { contentPlugin } from '../../lib/content-plugin';
import { acknowledgeSubmission } from './acknowledge-submission';
import { approveSubmission } from './approve-submission';
import { contract } from './contract';
import { deriveSteps } from './derive-steps';
import { findCoverage } from './find-coverage';
import { findForm } from './find-form';
import { findRelaxations } from './find-relaxations';
import { followSubmission } from './follow-submission';
import { findResource } from './find-resource';
import { findResources } from './find-resources';
import { prepareDirectory } from './prepare-directory';
import { previewSubmission } from './preview-submission';
import { prepareReferences } from './reference';
import { submitResource } from './submit-resource';
import { tellProvider } from './tell-provider';
import { undoSubmission } from './undo-submission';
import { findDuplicatesOf, findFlagsOf } from './weigh-submission';

export default contentPlugin(contract, {
  routes: {
    resources: findResources,
    relaxations: findRelaxations,
    coverage: findCoverage,
    resource: findResource,
    form: findForm,
    preview: previewSubmission,
    submit: submitResource,
    follow: followSubmission,
  },
  services: {
    moderated: {
      submission: {
        onProven: acknowledgeSubmission,
        onApproved: approveSubmission,
        onDecided: tellProvider,
        onUndone: undoSubmission,
        findDuplicates: findDuplicatesOf,
        findFlags: findFlagsOf,
      },
    },
  },
  register: (strapi) => strapi.documents.use(deriveSteps(strapi)),
  bootstrap: async (strapi) => {
    await prepareReferences(strapi);
    await prepareDirectory(strapi);
  },
});
