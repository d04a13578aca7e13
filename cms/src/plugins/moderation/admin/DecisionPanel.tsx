import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useRBAC } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import { DecisionButtons } from './DecisionButtons';
import { rights } from './rights';
import { useWords } from './words';

/** The decisions, beside a document of the content manager that waits for one. */
export const DecisionPanel: PanelComponent = ({ model, documentId, document }) => {
  const say = useWords();
  const navigate = useNavigate();
  const { allowedActions } = useRBAC(rights);
  if (!documentId || document?.['state'] !== 'pending' || !allowedActions['canDecide']) return null;
  const title = String(document['name'] ?? document['author']);
  return {
    title: say('moderation.panel'),
    content: (
      <DecisionButtons
        isStacked
        item={{ uid: model, documentId, title, ...(document['audience'] === 'remark' && { isRemark: true }) }}
        onDecided={() => navigate('/plugins/moderation')}
      />
    ),
  };
};
