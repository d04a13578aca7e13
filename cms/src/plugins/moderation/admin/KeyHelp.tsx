import { Box, Button, Checkbox, Flex, Modal, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { type Key, useWords } from './words';

/** The keys of the page, as they are told. */
const keys: readonly (readonly [string, Key])[] = [
  ['j', 'moderation.keys.next'],
  ['k', 'moderation.keys.previous'],
  ['a', 'moderation.keys.approve'],
  ['r', 'moderation.keys.refuse'],
  ['s', 'moderation.keys.spam'],
  ['d', 'moderation.keys.ask'],
  ['x', 'moderation.keys.select'],
  ['u', 'moderation.keys.undo'],
  ['?', 'moderation.keys.show'],
];

const Cap = styled.kbd`
  display: inline-block;
  min-width: 2.2rem;
  padding: 0 0.6rem;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral100};
  color: ${({ theme }) => theme.colors.neutral800};
  font-family: inherit;
  text-align: center;
`;

/** The keys in a line at the foot of the list, and what opens their explanation. */
export function KeyLine({ isOn, onHelp }: { readonly isOn: boolean; readonly onHelp: () => void }) {
  const say = useWords();
  return (
    <Flex gap={3} wrap="wrap" paddingTop={4}>
      {isOn &&
        keys.map(([key, does]) => (
          <Typography key={key} variant="pi" textColor="neutral600">
            <Cap>{key}</Cap> {say(does)}
          </Typography>
        ))}
      <Button variant="ghost" size="S" onClick={onHelp}>
        {say('moderation.keys.help')}
      </Button>
    </Flex>
  );
}

interface Props {
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
  readonly onClose: () => void;
}

/** Explains the keys, and lets whoever is hindered by them turn them off (WCAG 2.1.4). */
export function KeyHelp({ isOn, onSwitch, onClose }: Props) {
  const say = useWords();
  return (
    <Modal.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={say('moderation.close')}>
          <Modal.Title>{say('moderation.keys.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography tag="p">{say('moderation.keys.text')}</Typography>
          <Box tag="dl" paddingTop={4} paddingBottom={4}>
            {keys.map(([key, does]) => (
              <Flex key={key} gap={3} paddingBottom={2}>
                <Typography tag="dt">
                  <Cap>{key}</Cap>
                </Typography>
                <Typography tag="dd">{say(does)}</Typography>
              </Flex>
            ))}
          </Box>
          <Checkbox checked={isOn} onCheckedChange={(checked) => onSwitch(checked === true)}>
            {say('moderation.keys.on')}
          </Checkbox>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {say('moderation.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
