import { Button, Flex } from '@strapi/design-system';
import { Check, Cross, Trash } from '@strapi/icons';
import { useState } from 'react';
import { type Decided, useDecision } from './decision';
import { RefusalDialog } from './RefusalDialog';
import { useWords } from './words';

/** The three decisions on one thing that waits. A remark is not published: it is read, or spam. */
export function DecisionButtons({
  item,
  isStacked = false,
  onDecided,
}: {
  item: Decided;
  isStacked?: boolean;
  onDecided: (item: Decided) => void;
}) {
  const say = useWords();
  const { decide, isDeciding } = useDecision(onDecided);
  const [isRefusing, setRefusing] = useState(false);
  return (
    <Flex
      gap={2}
      wrap="wrap"
      width={isStacked ? '100%' : 'auto'}
      direction={isStacked ? 'column' : 'row'}
      alignItems={isStacked ? 'stretch' : 'center'}
    >
      <Button variant="success" startIcon={<Check />} disabled={isDeciding} onClick={() => decide(item, 'approved')}>
        {say(item.isRemark ? 'moderation.file' : 'moderation.approve')}
      </Button>
      {!item.isRemark && (
        <Button variant="danger-light" startIcon={<Cross />} disabled={isDeciding} onClick={() => setRefusing(true)}>
          {say('moderation.refuse')}
        </Button>
      )}
      <Button variant="tertiary" startIcon={<Trash />} disabled={isDeciding} onClick={() => decide(item, 'spam')}>
        {say('moderation.spam')}
      </Button>
      {isRefusing && (
        <RefusalDialog
          title={item.title}
          onCancel={() => setRefusing(false)}
          onRefuse={async (reason) => {
            await decide(item, 'refused', reason);
            setRefusing(false);
          }}
        />
      )}
    </Flex>
  );
}
