import { Box, Link, Typography } from '@strapi/design-system';
import { type ReactNode, useId } from 'react';
import { useIntl } from 'react-intl';
import type { Item, Question } from '../panel';
import { AsTyped } from './ChangedText';
import { useWords } from './words';

/** What helps to decide of an item: why it deserves a closer look, what it resembles, what its sender was asked. */
export function ItemNotes({ item: { flags, duplicates, questions } }: { readonly item: Item }) {
  const say = useWords();
  return (
    <>
      {flags.length > 0 && (
        <Note title={say('moderation.item.flags')} color="warning">
          {flags.map((flag) => (
            <Typography key={flag} tag="li">
              {flag}
            </Typography>
          ))}
        </Note>
      )}
      {duplicates.length > 0 && (
        <Note title={say('moderation.item.duplicates')} color="warning">
          {duplicates.map(({ title, why, address }) => (
            <li key={`${title} ${why}`}>
              {address ? (
                <Link href={address} isExternal>
                  <AsTyped>{title}</AsTyped>
                </Link>
              ) : (
                <AsTyped>{title}</AsTyped>
              )}
              <Typography variant="pi"> ({why})</Typography>
            </li>
          ))}
        </Note>
      )}
      {questions.length > 0 && (
        <Note title={say('moderation.item.questions')} color="primary">
          {questions.map((question) => (
            <AskedQuestion key={question.askedAt} question={question} />
          ))}
        </Note>
      )}
    </>
  );
}

interface NoteProps {
  readonly title: string;
  readonly color: 'warning' | 'primary';
  readonly children: ReactNode;
}

function Note({ title, color, children }: NoteProps) {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background={`${color}100`}
      borderColor={`${color}200`}
      hasRadius
      padding={4}
      marginBottom={4}
    >
      <Typography tag="h3" id={id} variant="sigma" textColor="neutral800">
        {title}
      </Typography>
      <Box tag="ul" paddingTop={2}>
        {children}
      </Box>
    </Box>
  );
}

function AskedQuestion({ question: { text, askedBy, askedAt, answer, answeredAt } }: { readonly question: Question }) {
  const say = useWords();
  const { formatDate } = useIntl();
  const dateOf = (moment: string) => formatDate(moment, { dateStyle: 'long' });
  return (
    <Box tag="li" paddingBottom={2}>
      <Typography variant="pi" textColor="neutral600">
        {say('moderation.item.askedOn', { who: askedBy, date: dateOf(askedAt) })}
      </Typography>
      <Typography tag="p">
        <AsTyped>{text}</AsTyped>
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        {answeredAt ? say('moderation.item.answeredOn', { date: dateOf(answeredAt) }) : say('moderation.item.noAnswer')}
      </Typography>
      {answer && (
        <Typography tag="p" fontWeight="bold" dir="auto">
          <AsTyped>{answer}</AsTyped>
        </Typography>
      )}
    </Box>
  );
}
