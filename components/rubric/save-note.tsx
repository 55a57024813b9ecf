import { RelativeTime } from '@/components/ui/relative-time';
import type { SaveState } from './use-autosave';

export interface SaveNoteProps {
  state: SaveState;
  changeCount: number;
  liveNumber: number;
}

/** Whether the draft is saved, and how far it is from the live version. */
export function SaveNote({ state, changeCount, liveNumber }: SaveNoteProps) {
  const distance =
    changeCount === 0
      ? `as v${liveNumber}`
      : `${changeCount} ${changeCount === 1 ? 'change' : 'changes'} from v${liveNumber}`;
  return (
    <span className="truncate">
      {state.kind === 'saving' ? 'saving … · ' : null}
      {state.kind === 'refused' ? <span className="text-bad">not saved · </span> : null}
      {state.kind === 'saved' ? (
        <>
          saved <RelativeTime at={state.at} /> ·{' '}
        </>
      ) : null}
      {distance}
    </span>
  );
}
