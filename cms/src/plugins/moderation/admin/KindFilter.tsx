import { Badge, Button, Flex } from '@strapi/design-system';
import type { Counts } from '../panel';
import type { Filter } from './desk';
import { useWords } from './words';

interface Props {
  readonly counts: Counts;
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}

/** How much waits of each kind; each count shows what it counts. */
export function KindFilter({ counts: { kinds, total, asked }, filter, onFilter }: Props) {
  const say = useWords();
  const choices: { label: string; count: number; filter: Filter }[] = [
    { label: say('moderation.kind.all'), count: total, filter: { isAsked: false } },
    ...kinds.map(({ uid, kind, count }) => ({ label: kind, count, filter: { uid, isAsked: false } })),
    { label: say('moderation.kind.asked'), count: asked, filter: { isAsked: true } },
  ];
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={4} role="group" aria-label={say('moderation.kinds')}>
      {choices.map((choice) => {
        const isChosen = choice.filter.uid === filter.uid && choice.filter.isAsked === filter.isAsked;
        return (
          <Button
            key={choice.label}
            variant={isChosen ? 'secondary' : 'tertiary'}
            aria-pressed={isChosen}
            endIcon={<Badge active={choice.count > 0}>{choice.count}</Badge>}
            onClick={() => onFilter(choice.filter)}
          >
            {choice.label}
          </Button>
        );
      })}
    </Flex>
  );
}
