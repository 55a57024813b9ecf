import { Fragment } from 'react';
import { formatCount } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SaveState } from './draft-sync';

export interface SaveNoteProps {
  state: SaveState;
  changeCount: number;
  liveNumber: number;
}

/** Whether the draft is saved, and how far it is from the live version. */
export function SaveNote({ state, changeCount, liveNumber }: SaveNoteProps) {
  const parts = [
    state.kind === 'saving' ? 'saving …' : null,
    state.kind === 'refused' || state.kind === 'conflict' ? (
      <span className="text-bad">not saved</span>
    ) : null,
    state.kind === 'offline' ? <span className="text-warn">offline, kept in this browser</span> : null,
    state.kind === 'faulty' ? <span className="text-bad">kept in this browser until mended</span> : null,
    state.kind === 'saved' ? (
      <span>
        saved <RelativeTime at={state.at} />
      </span>
    ) : null,
    changeCount === 0 ? null : `${formatCount(changeCount, 'change')} from v${liveNumber}`,
  ].filter((part) => part !== null);
  return (
    <span className="truncate">
      {parts.map((part, place) => (
        <Fragment key={place}>
          {place > 0 ? ' · ' : null}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
