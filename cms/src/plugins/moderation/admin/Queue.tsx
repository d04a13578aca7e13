import { Typography } from '@strapi/design-system';
import { usePersistentState } from '@strapi/strapi/admin';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { Verdict } from '../contract';
import type { WaitingList } from '../panel';
import { BulkBar } from './BulkBar';
import { type Why, useDecision } from './decision';
import { DoneNotice } from './DoneNotice';
import { useItem } from './item';
import { changedFields, ItemView } from './ItemView';
import { KeyHelp, KeyLine } from './KeyHelp';
import { useKeys } from './keys';
import { useQueue } from './queue';
import { ReasonDialog } from './ReasonDialog';
import { WaitingRows } from './WaitingRows';
import { useWords } from './words';

const Panes = styled.div`
  display: grid;
  grid-template-columns: minmax(28rem, 1fr) minmax(0, 2.2fr);
  gap: 1.6rem;
  align-items: start;

  @media (max-width: 64em) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

interface Props {
  readonly list: WaitingList;
  /** How many there are of what is listed. */
  readonly total: number;
  readonly emptyList: JSX.Element;
  readonly onDecided: (keys: ReadonlySet<string>) => void;
  readonly onUndone: () => void;
}

/** The list of what waits beside the item at hand, and the decisions on it or on all that is ticked, by mouse or by keyboard. */
export function Queue({ list: { items }, total, emptyList, onDecided, onUndone }: Props) {
  const say = useWords();
  const { current, open, move, moves, selected, ticked, select, leave, goBack } = useQueue(items);
  const { decide, decideMany, undo, isDeciding, done } = useDecision({
    onDecided: (keys) => {
      leave(keys);
      onDecided(keys);
      if (!current || !keys.has(current)) void item.load();
    },
    onUndone: (keys) => {
      goBack(keys);
      onUndone();
      if (current === keys[0]) void item.load();
    },
  });
  const item = useItem(current);
  const { without, toggle } = useWithout(current);
  const [asking, setAsking] = useState<'refused' | 'asked'>();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [areKeysOn, setKeysOn] = usePersistentState('S_TETIC_MODERATION_KEYS', true);
  const shown = item.state.status === 'ready' && item.state.item.state === 'pending' ? item.state.item : undefined;

  function send(decision: Verdict, why?: Why) {
    setAsking(undefined);
    if (ticked.length > 0) return decideMany(ticked, decision, why);
    if (!shown) return;
    const kept = changedFields(shown).filter((name) => !without.has(name));
    return decide(shown, decision, why, decision === 'approved' && without.size > 0 ? kept : undefined);
  }

  function choose(decision: Verdict) {
    if (ticked.length === 0 && (!shown || (shown.isRemark && decision === 'refused'))) return;
    if (decision === 'refused' || decision === 'asked') setAsking(decision);
    else void send(decision);
  }

  useKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      a: () => choose('approved'),
      r: () => choose('refused'),
      s: () => choose('spam'),
      d: () => choose('asked'),
      x: () => current !== undefined && select([current], !selected.has(current)),
      u: () => done && done.decisions.length > 0 && undo(done.decisions),
      '?': () => setHelpOpen(true),
    },
    areKeysOn && !asking && !isHelpOpen,
  );

  return (
    <>
      <DoneNotice done={done} isDisabled={isDeciding} onUndo={undo} />
      {ticked.length > 0 && (
        <BulkBar
          count={ticked.length}
          isDisabled={isDeciding}
          onChoose={choose}
          onClear={() => select([...selected], false)}
        />
      )}
      {items.length === 0 && current === undefined ? (
        emptyList
      ) : (
        <Panes>
          <div>
            {items.length === 0 ? (
              emptyList
            ) : (
              <WaitingRows {...{ items, current, selected, moves }} onOpen={open} onMove={move} onSelect={select} />
            )}
            {items.length < total && (
              <Typography tag="p" variant="pi" textColor="neutral600" style={{ paddingTop: '0.8rem' }}>
                {say('moderation.more', { shown: items.length, total })}
              </Typography>
            )}
            <KeyLine isOn={areKeysOn} onHelp={() => setHelpOpen(true)} />
          </div>
          <ItemView
            state={item.state}
            without={without}
            onToggle={toggle}
            isDeciding={isDeciding || ticked.length > 0}
            onChoose={choose}
          />
        </Panes>
      )}
      {asking && (
        <ReasonDialog
          decision={asking}
          title={ticked.length > 0 ? say('moderation.selection', { count: ticked.length }) : (shown?.title ?? '')}
          isSending={isDeciding}
          onCancel={() => setAsking(undefined)}
          onSend={(why) => void send(asking, why)}
        />
      )}
      {isHelpOpen && <KeyHelp isOn={areKeysOn} onSwitch={setKeysOn} onClose={() => setHelpOpen(false)} />}
    </>
  );
}

/** The changes of the item at hand that are not accepted. Another item starts with all of them accepted. */
function useWithout(key: string | undefined) {
  const [state, setState] = useState<{ key: string | undefined; names: ReadonlySet<string> }>();
  const without: ReadonlySet<string> = state?.key === key && state ? state.names : new Set();
  function toggle(name: string) {
    const names = new Set(without);
    if (!names.delete(name)) names.add(name);
    setState({ key, names });
  }
  return { without, toggle };
}
