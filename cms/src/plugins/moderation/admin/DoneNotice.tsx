import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { Decision, Done } from './decision';
import { useWords } from './words';

interface Props {
  readonly done: Done | undefined;
  readonly isDisabled: boolean;
  readonly onUndo: (decisions: readonly Decision[]) => void;
}

/** Says what was just decided, what was not and why, and offers to take it back. */
export function DoneNotice({ done, isDisabled, onUndo }: Props) {
  const say = useWords();
  return (
    <div role="status">
      {done && (
        <Box background={done.problems.length > 0 ? 'warning100' : 'success100'} hasRadius padding={4} marginBottom={4}>
          <Flex justifyContent="space-between" gap={4} wrap="wrap">
            <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {done.sentence}
            </Typography>
            {done.decisions.length > 0 && (
              <Button variant="tertiary" size="S" disabled={isDisabled} onClick={() => onUndo(done.decisions)}>
                {say('moderation.undo')}
              </Button>
            )}
          </Flex>
          {done.problems.length > 0 && (
            <Box tag="ul" paddingTop={2} aria-label={say('moderation.many.problems')}>
              {done.problems.map(({ title, message }) => (
                <Typography key={title} tag="li" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
                  <strong>{title}</strong>&nbsp;: {message}
                </Typography>
              ))}
            </Box>
          )}
        </Box>
      )}
    </div>
  );
}
