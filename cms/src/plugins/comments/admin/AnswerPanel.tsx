import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useRBAC } from '@strapi/strapi/admin';
import { AnswerForm } from './AnswerForm';
import { useWords } from './words';

const rights = [{ action: 'plugin::moderation.decide', subject: null }];

/** Beside a comment that everyone may read: where whoever may moderate answers it in the name of the team. */
export const AnswerPanel: PanelComponent = ({ model, documentId, document }) => {
  const say = useWords();
  const { allowedActions } = useRBAC(rights);
  const isPublic = document?.['state'] === 'approved' && document['audience'] === 'publish';
  if (model !== 'plugin::comments.comment' || !documentId || !isPublic || !allowedActions['canDecide']) return null;
  return {
    title: say('comments.answer.panel'),
    content: <AnswerForm comment={{ documentId, author: String(document['author']) }} />,
  };
};
