import { Button, Modal, Typography } from '@strapi/design-system';
import { useWords } from './words';

interface Props {
  readonly subject: string;
  readonly text: string;
  readonly onClose: () => void;
}

/** What one mail says, as plain text. */
export function MailDialog({ subject, text, onClose }: Props) {
  const say = useWords();
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header>
          <Modal.Title>{subject}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Typography>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {say('mail.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
