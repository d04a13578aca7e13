import { contentPlugin } from '../../lib/content-plugin';
import { approveSubmission } from './approve-submission';
import { contract } from './contract';
import { deriveSteps } from './derive-steps';
import { findForm } from './find-form';
import { findResource } from './find-resource';
import { findResources } from './find-resources';
import { prepareNewest } from './published-resources';
import { prepareReferences } from './reference';
import { prepareWords } from './words';
import { submitResource } from './submit-resource';

export default contentPlugin(contract, {
  routes: { resources: findResources, resource: findResource, form: findForm, submit: submitResource },
  services: { moderated: { submission: { onApproved: approveSubmission } } },
  register: (strapi) => strapi.documents.use(deriveSteps(strapi)),
  bootstrap: async (strapi) => {
    await prepareReferences(strapi);
    await prepareWords(strapi);
    await prepareNewest(strapi);
  },
});
