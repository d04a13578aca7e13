import { Box, Checkbox, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { Item, ItemField } from '../panel';
import { AsTyped, ChangedText } from './ChangedText';
import { useWords } from './words';

interface Props {
  readonly item: Item;
  /** Names of the changes that are not accepted. */
  readonly without: ReadonlySet<string>;
  /** Absent where the item is decided as a whole. */
  readonly onToggle?: ((field: string) => void) | undefined;
}

const Fields = styled.dl`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 1.6rem;

  dd {
    max-width: 75ch;
    margin: 0.2rem 0 0;
  }
`;

/** What was sent, field by field: as it is, or beside what is public where it would change that. */
export function ItemFields({ item, without, onToggle }: Props) {
  return (
    <Fields>
      {item.fields.map((field) => (
        <SentField
          key={field.name}
          field={field}
          isEdit={item.isEdit}
          isKept={!without.has(field.name)}
          onToggle={field.changes && onToggle && (() => onToggle(field.name))}
        />
      ))}
    </Fields>
  );
}

interface FieldProps {
  readonly field: ItemField;
  readonly isEdit: boolean;
  readonly isKept: boolean;
  readonly onToggle?: (() => void) | undefined;
}

function SentField({ field: { label, value, isChoice, changes }, isEdit, isKept, onToggle }: FieldProps) {
  const say = useWords();
  const { formatMessage } = useIntl();
  const tell = (text: string) => (isChoice ? formatMessage({ id: text, defaultMessage: text }) : text);
  return (
    <div>
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {label}
        {isEdit && !changes && ` (${say('moderation.item.unchanged')})`}
      </Typography>
      <Typography tag="dd" textColor={isEdit && !changes ? 'neutral600' : 'neutral800'} dir="auto">
        {changes ? <ChangedText changes={changes} tell={tell} /> : <AsTyped>{tell(value)}</AsTyped>}
      </Typography>
      {onToggle && (
        <Box tag="dd">
          <Checkbox
            checked={isKept}
            onCheckedChange={onToggle}
            aria-label={`${say('moderation.item.keep')} : ${label}`}
          >
            {say('moderation.item.keep')}
          </Checkbox>
        </Box>
      )}
    </div>
  );
}
