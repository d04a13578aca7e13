import { Badge, Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Question } from '@strapi/icons';
import { Page, useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { NavLink, useNavigate } from 'react-router-dom';
import { answerOf } from '../../../admin/answer-of';
import type { Item } from '../panel';
import { Age } from './Age';
import { AsTyped } from './ChangedText';
import { DecisionButtons, type Choose } from './DecisionButtons';
import { ItemFields } from './ItemFields';
import { ItemNotes } from './ItemNotes';
import type { ItemState } from './item';
import { useWords } from './words';

interface Props {
  readonly state: ItemState;
  readonly without: ReadonlySet<string>;
  readonly onToggle: (field: string) => void;
  readonly isDeciding: boolean;
  readonly onChoose: Choose;
}

/** One item, with all that a decision needs, and the decisions. */
export function ItemView({ state, without, onToggle, isDeciding, onChoose }: Props) {
  const say = useWords();
  if (state.status === 'loading') return <Page.Loading>{say('moderation.item.loading')}</Page.Loading>;
  if (state.status !== 'ready') return <Typography>{say(`moderation.item.${state.status}`)}</Typography>;
  const { item } = state;
  const changed = changedFields(item);
  const isPartial = item.isEdit && changed.length > 1;
  const kept = changed.filter((name) => !without.has(name)).length;
  return (
    <Box
      tag="article"
      aria-labelledby="moderation-item"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={6}
      style={{ minWidth: 0 }}
    >
      <ItemHeader item={item} />
      {item.state === 'pending' && (
        <Box paddingTop={4} paddingBottom={4}>
          <DecisionButtons
            isRemark={item.isRemark ?? false}
            {...(isPartial && kept < changed.length && { part: kept })}
            isDisabled={isDeciding}
            onChoose={onChoose}
          />
        </Box>
      )}
      <ItemNotes item={item} />
      {item.isEdit && (
        <Typography tag="p" textColor="neutral600" style={{ paddingBottom: '1.2rem' }}>
          {say('moderation.item.edit')}
        </Typography>
      )}
      <ItemFields item={item} without={without} onToggle={isPartial ? onToggle : undefined} />
      <ItemLinks item={item} />
    </Box>
  );
}

/** The fields that an item would change. */
export const changedFields = ({ fields }: Item): string[] =>
  fields.filter(({ changes }) => changes !== undefined).map(({ name }) => name);

function ItemHeader({ item }: { readonly item: Item }) {
  const say = useWords();
  const { formatMessage } = useIntl();
  const { state, decidedBy: who = '?' } = item;
  return (
    <>
      <Flex gap={3} paddingBottom={2} wrap="wrap">
        <Badge>{item.kind}</Badge>
        <Typography variant="pi" textColor="neutral600">
          <Age of={item.sentAt} />
        </Typography>
      </Flex>
      <Typography tag="h2" id="moderation-item" variant="beta" dir="auto">
        <AsTyped>{item.title}</AsTyped>
      </Typography>
      {item.context && (
        <Typography tag="p">
          {say('moderation.item.about')}{' '}
          <Link href={item.context.address} isExternal>
            {item.context.label}
          </Link>
        </Typography>
      )}
      {state !== 'pending' && (
        <Typography tag="p" fontWeight="bold">
          {state === 'asked'
            ? say('moderation.item.asked', { who })
            : say('moderation.item.decided', { state: formatMessage({ id: state, defaultMessage: state }), who })}
        </Typography>
      )}
    </>
  );
}

function ItemLinks({ item: { uid, documentId, canBecomeQuestion } }: { readonly item: Item }) {
  const say = useWords();
  const { post } = useFetchClient();
  const { toggleNotification } = useNotification();
  const navigate = useNavigate();

  async function makeQuestion() {
    try {
      const { data } = await post<{ documentId: string }>('/moderation/faq-entries', { uid, documentId });
      navigate(`/content-manager/collection-types/plugin::faq.entry/${data.documentId}?plugins[i18n][locale]=fr`);
    } catch (error) {
      const message = answerOf(error).message ?? say('moderation.item.faq.failed');
      toggleNotification({ type: 'danger', message });
    }
  }

  return (
    <Flex gap={4} paddingTop={5} wrap="wrap">
      {canBecomeQuestion && (
        <Button variant="tertiary" startIcon={<Question />} onClick={makeQuestion}>
          {say('moderation.item.faq')}
        </Button>
      )}
      <Link tag={NavLink} to={`/content-manager/collection-types/${uid}/${documentId}`}>
        {say('moderation.item.open')}
      </Link>
    </Flex>
  );
}
