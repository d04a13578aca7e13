import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useState } from 'react';
import { type Answered, useAnswer } from './answer';
import { useWords } from './words';

const longest = 4000;

/** Writes an answer. What could not be published stays in its box. */
export function AnswerForm({ comment }: { comment: Answered }) {
  const say = useWords();
  const { answer, isSending } = useAnswer(comment);
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);

  async function send() {
    if (!text.trim()) return setMissing(true);
    if (await answer(text.trim())) setText('');
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Field.Root
        required
        hint={say('comments.answer.hint')}
        error={isMissing && say('comments.answer.missing')}
        width="100%"
      >
        <Field.Label>{say('comments.answer.label')}</Field.Label>
        <Textarea
          value={text}
          maxLength={longest}
          onChange={({ target }: { target: { value: string } }) => {
            setText(target.value);
            setMissing(false);
          }}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Button startIcon={<Check />} loading={isSending} onClick={send}>
        {say('comments.answer.send')}
      </Button>
    </Flex>
  );
}
