import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { type Choose, DecisionButtons } from './DecisionButtons';
import { useWords } from './words';

interface Props {
  readonly count: number;
  readonly isDisabled: boolean;
  readonly onChoose: Choose;
  readonly onClear: () => void;
}

/** The decisions on everything that is ticked. */
export function BulkBar({ count, isDisabled, onChoose, onClear }: Props) {
  const say = useWords();
  return (
    <Box
      tag="section"
      aria-label={say('moderation.bulk', { count })}
      background="primary100"
      hasRadius
      padding={4}
      marginBottom={4}
    >
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <div>
          <Typography fontWeight="bold" tag="p">
            {say('moderation.bulk', { count })}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {say('moderation.bulk.keys')}
          </Typography>
        </div>
        <Flex gap={2} wrap="wrap">
          <DecisionButtons isDisabled={isDisabled} onChoose={onChoose} />
          <Button variant="ghost" onClick={onClear}>
            {say('moderation.bulk.clear')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
