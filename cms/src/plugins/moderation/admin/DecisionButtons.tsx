import { Button, Flex } from '@strapi/design-system';
import { Check, Cross, Message, Trash } from '@strapi/icons';
import type { Verdict } from '../contract';
import { useWords } from './words';

/** Somebody chose a decision; a refusal and a question ask for words first. */
export type Choose = (decision: Verdict) => void;

interface Props {
  readonly isRemark?: boolean;
  /** How many changes are accepted, where not all are. */
  readonly part?: number;
  readonly isDisabled: boolean;
  readonly onChoose: Choose;
}

/** The decisions. A remark is not published: it is read, asked about, or spam. */
export function DecisionButtons({ isRemark = false, part, isDisabled, onChoose }: Props) {
  const say = useWords();
  const approve = isRemark ? say('moderation.file') : say('moderation.approve');
  const button = { disabled: isDisabled } as const;
  return (
    <Flex gap={2} wrap="wrap">
      <Button
        {...button}
        variant="success"
        startIcon={<Check />}
        disabled={isDisabled || part === 0}
        onClick={() => onChoose('approved')}
      >
        {part === undefined ? approve : say('moderation.approve.part', { count: part })}
      </Button>
      {!isRemark && (
        <Button {...button} variant="danger-light" startIcon={<Cross />} onClick={() => onChoose('refused')}>
          {say('moderation.refuse')}
        </Button>
      )}
      <Button {...button} variant="tertiary" startIcon={<Trash />} onClick={() => onChoose('spam')}>
        {say('moderation.spam')}
      </Button>
      <Button {...button} variant="tertiary" startIcon={<Message />} onClick={() => onChoose('asked')}>
        {say('moderation.ask')}
      </Button>
    </Flex>
  );
}
