import { Badge, Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { styled } from 'styled-components';
import type { Waiting } from '../panel';
import { Age } from './Age';
import { keyOf } from './desk';
import { useWords } from './words';

interface Props {
  readonly items: readonly Waiting[];
  readonly current: string | undefined;
  readonly selected: ReadonlySet<string>;
  /** Counts the moves by keyboard: each brings the current row into sight, with the focus. */
  readonly moves: number;
  readonly onOpen: (key: string) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onSelect: (keys: readonly string[], isSelected: boolean) => void;
}

const List = styled.ol`
  max-height: max(40rem, calc(100vh - 32rem));
  overflow-y: auto;

  @media (max-width: 64em) {
    max-height: 36rem;
  }
`;

const Row = styled.button`
  display: block;
  width: 100%;
  min-width: 0;
  padding: 1.2rem 1.2rem 1.2rem 0.4rem;
  border: 0;
  background: none;
  text-align: start;
  cursor: pointer;
  overflow-wrap: anywhere;

  /* The list cuts what stands out of it. */
  &:focus-visible {
    outline-offset: -2px;
  }
`;

/** What waits, a row each, the oldest first: one is current, any number are ticked. */
export function WaitingRows({ items, current, selected, moves, onOpen, onMove, onSelect }: Props) {
  const say = useWords();
  const row = useRef<HTMLButtonElement>(null);
  const keys = items.map(keyOf);
  const ticked = keys.filter((key) => selected.has(key)).length;

  useEffect(() => {
    if (moves > 0) row.current?.focus();
  }, [moves]);

  function press(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    onMove(event.key === 'ArrowDown' ? 1 : -1);
  }

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow">
      <Box padding={3} borderColor="neutral150" borderStyle="solid" borderWidth="0 0 1px">
        <Checkbox
          checked={ticked === 0 ? false : ticked === keys.length ? true : 'indeterminate'}
          onCheckedChange={() => onSelect(keys, ticked < keys.length)}
        >
          {say('moderation.select.all')}
        </Checkbox>
      </Box>
      <List aria-label={say('moderation.list')} onKeyDown={press}>
        {items.map((item) => {
          const key = keyOf(item);
          const isCurrent = key === current;
          return (
            <Box
              key={key}
              tag="li"
              background={isCurrent ? 'primary100' : 'neutral0'}
              borderColor={isCurrent ? 'primary600' : 'neutral150'}
              borderStyle="solid"
              borderWidth={isCurrent ? '0 0 1px 4px' : '0 0 1px'}
              paddingLeft={isCurrent ? '0.8rem' : '1.2rem'}
            >
              <Flex alignItems="flex-start" gap={2}>
                <Box paddingTop={3}>
                  <Checkbox
                    aria-label={say('moderation.select', { title: item.title })}
                    checked={selected.has(key)}
                    onCheckedChange={(checked) => onSelect([key], checked === true)}
                  />
                </Box>
                <Row
                  type="button"
                  ref={isCurrent ? row : undefined}
                  aria-current={isCurrent ? 'true' : undefined}
                  onClick={() => onOpen(key)}
                >
                  <Flex tag="span" justifyContent="space-between" gap={2} wrap="wrap">
                    <Badge>{item.kind}</Badge>
                    <Typography variant="pi" textColor="neutral600">
                      <Age of={item.sentAt} />
                    </Typography>
                  </Flex>
                  <Typography
                    tag="span"
                    fontWeight="semiBold"
                    textColor="neutral800"
                    dir="auto"
                    style={{ display: 'block' }}
                  >
                    {item.title}
                  </Typography>
                  <Typography tag="span" variant="pi" textColor="neutral600" dir="auto" style={{ display: 'block' }}>
                    {item.excerpt}
                  </Typography>
                </Row>
              </Flex>
            </Box>
          );
        })}
      </List>
    </Box>
  );
}
