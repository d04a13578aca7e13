import { Button, Field, Flex, Link, Modal, SingleSelect, SingleSelectOption, Textarea } from '@strapi/design-system';
import { useFetchClient } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import { NavLink } from 'react-router-dom';
import type { ReadyReason } from '../panel';
import type { Why } from './decision';
import { useWords } from './words';

const longest = 2000;

interface Props {
  readonly decision: 'refused' | 'asked';
  readonly title: string;
  readonly isSending: boolean;
  readonly onCancel: () => void;
  readonly onSend: (why: Why) => void;
}

/** Asks why something is refused, or what its sender is to be asked. A reason kept ready fills the text, which can then be adapted. */
export function ReasonDialog({ decision, title, isSending, onCancel, onSend }: Props) {
  const say = useWords();
  const words = decision === 'refused' ? 'refusal' : 'question';
  const label = decision === 'refused' ? 'moderation.refusal.reason' : 'moderation.question.label';
  const [ready, setReady] = useState<ReadyReason>();
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);

  function write(typed: string) {
    setText(typed);
    setMissing(false);
  }

  function choose(reason: ReadyReason) {
    setReady(reason);
    write(reason.text);
  }

  function send() {
    if (!text.trim()) return setMissing(true);
    // As it stands it is told in the sender's language; adapted, in the words that were typed.
    onSend(ready && text === ready.text ? { readyReason: ready.documentId } : { reason: text.trim() });
  }

  return (
    <Modal.Root open onOpenChange={(isOpen) => isOpen || onCancel()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={say('moderation.close')}>
          <Modal.Title>{say(`moderation.${words}.title`, { title })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {decision === 'refused' && <ReadyReasons chosen={ready} onChoose={choose} />}
            <Field.Root
              required
              hint={say(`moderation.${words}.hint`)}
              error={isMissing && say(`moderation.${words}.missing`)}
            >
              <Field.Label>{say(label)}</Field.Label>
              <Textarea
                value={text}
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
            {say('moderation.cancel')}
          </Button>
          <Button variant={decision === 'refused' ? 'danger' : 'default'} loading={isSending} onClick={send}>
            {say(`moderation.${words}.confirm`)}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}

interface ReadyProps {
  readonly chosen: ReadyReason | undefined;
  readonly onChoose: (reason: ReadyReason) => void;
}

function ReadyReasons({ chosen, onChoose }: ReadyProps) {
  const say = useWords();
  const { get } = useFetchClient();
  const [reasons, setReasons] = useState<readonly ReadyReason[]>([]);
  useEffect(() => {
    // Without them a reason is still to be written.
    get<ReadyReason[]>('/moderation/reasons').then(
      ({ data }) => setReasons(data),
      () => setReasons([]),
    );
  }, [get]);
  return (
    <Field.Root>
      <Field.Label
        action={
          <Link tag={NavLink} to="/content-manager/collection-types/plugin::moderation.reason">
            {say('moderation.refusal.manage')}
          </Link>
        }
      >
        {say('moderation.refusal.usual')}
      </Field.Label>
      <SingleSelect
        placeholder={say('moderation.refusal.choose')}
        value={chosen?.documentId}
        onChange={(id) => onChoose(reasons.find(({ documentId }) => documentId === id)!)}
      >
        {reasons.map(({ documentId, title }) => (
          <SingleSelectOption key={documentId} value={documentId}>
            {title}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
}
