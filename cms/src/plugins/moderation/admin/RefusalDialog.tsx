import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import { useState } from 'react';
import { type Key, useWords } from './words';

const usualReasons: readonly Key[] = [
  'moderation.reason.experience',
  'moderation.reason.duplicate',
  'moderation.reason.advertising',
  'moderation.reason.person',
  'moderation.reason.private',
  'moderation.reason.unrelated',
];

const longest = 2000;

interface Props {
  readonly title: string;
  readonly onCancel: () => void;
  readonly onRefuse: (reason: string) => Promise<void>;
}

/** Asks why something is refused. A usual reason fills the text, which can then be adapted. */
export function RefusalDialog({ title, onCancel, onRefuse }: Props) {
  const say = useWords();
  const [usual, setUsual] = useState<Key>();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isSending, setSending] = useState(false);

  function write(text: string) {
    setReason(text);
    setMissing(false);
  }

  async function refuse() {
    if (!reason.trim()) return setMissing(true);
    setSending(true);
    await onRefuse(reason.trim());
  }

  return (
    <Modal.Root open onOpenChange={(isOpen) => isOpen || onCancel()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header>
          <Modal.Title>{say('moderation.refusal.title', { title })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root>
              <Field.Label>{say('moderation.refusal.usual')}</Field.Label>
              <SingleSelect
                placeholder={say('moderation.refusal.choose')}
                value={usual}
                onChange={(key) => {
                  setUsual(key as Key);
                  write(say(key as Key));
                }}
              >
                {usualReasons.map((key) => (
                  <SingleSelectOption key={key} value={key}>
                    {say(key)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <Field.Root
              required
              hint={say('moderation.refusal.hint')}
              error={isMissing && say('moderation.refusal.missing')}
            >
              <Field.Label>{say('moderation.refusal.reason')}</Field.Label>
              <Textarea
                value={reason}
                maxLength={longest}
                onChange={({ target }: { target: { value: string } }) => write(target.value)}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel}>
            {say('moderation.refusal.cancel')}
          </Button>
          <Button variant="danger" loading={isSending} onClick={refuse}>
            {say('moderation.refusal.confirm')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
