import { LinkButton } from '@strapi/design-system';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useRBAC } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import { keyOf } from './desk';
import { rights } from './rights';
import { useWords } from './words';

/** The way to the decision, beside a document of the content manager that waits for one. */
export const DecisionPanel: PanelComponent = ({ model, documentId, document }) => {
  const say = useWords();
  const { allowedActions } = useRBAC(rights);
  if (!documentId || document?.['state'] !== 'pending' || !allowedActions['canDecide']) return null;
  const address = `/plugins/moderation?${new URLSearchParams({ item: keyOf({ uid: model, documentId }) })}`;
  return {
    title: say('moderation.panel'),
    content: (
      <LinkButton tag={NavLink} to={address} variant="secondary" fullWidth>
        {say('moderation.panel.open')}
      </LinkButton>
    ),
  };
};
