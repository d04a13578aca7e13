import type { StrapiApp } from '@strapi/strapi/admin';
import { addSidePanel } from '../../../admin/add-side-panel';
import { AnswerPanel } from './AnswerPanel';
import { registerTrads } from './words';

export default {
  register(app: StrapiApp) {
    app.registerPlugin({ id: 'comments', name: 'comments' });
  },
  bootstrap(app: StrapiApp) {
    addSidePanel(app, AnswerPanel);
  },
  registerTrads,
};
