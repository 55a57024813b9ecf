'use client';

import { Button } from '@/components/ui/button';
import { formatCount, formatNumber } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Touch } from '@/lib/rubrics/data';
import type { MergeConflict, Side } from '@/lib/rubrics/merge-values';
import type { Rubric } from '@/lib/scoring/types';
import { downloadRubric } from './download-rubric';
import type { SaveState } from './draft-sync';

export interface DraftBannerProps {
  state: SaveState;
  /** The edits that were not saved. */
  document: Rubric;
  onRetry: () => void;
  onSettle: (prefer: Side) => void;
}

/** A draft could not be saved: says why, and leaves the choice to the person. Nothing otherwise. */
export function DraftBanner({ state, document, onRetry, onSettle }: DraftBannerProps) {
  if (state.kind === 'conflict') return <ConflictBanner {...state} onSettle={onSettle} />;
  if (state.kind !== 'refused') return null;
  return (
    <div
      role="alert"
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-bad bg-bad-soft px-4 py-2 max-md:px-3"
    >
      <p className="min-w-0 grow basis-64">
        <strong className="font-semibold text-bad">Your edits are not saved.</strong> {state.message}
      </p>
      <Button onClick={() => downloadRubric(document)}>Download mine</Button>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}

interface ConflictBannerProps extends Pick<DraftBannerProps, 'onSettle'> {
  conflicts: readonly MergeConflict[];
  touch: Touch | null;
}

function ConflictBanner({ conflicts, touch, onSettle }: ConflictBannerProps) {
  const them = conflicts.length === 1 ? 'it' : 'them';
  return (
    <div
      role="alert"
      className="flex shrink-0 flex-wrap items-start gap-x-6 gap-y-2 border-b border-warn bg-warn-soft px-4 py-2 max-md:px-3"
    >
      <div className="min-w-0 grow basis-72">
        <p>
          <strong className="font-semibold">
            {sayWho(touch)} changed {conflicts.length === 1 ? 'this' : formatCount(conflicts.length, 'thing')}
            {touch ? (
              <>
                {' '}
                <RelativeTime at={touch.at} />
              </>
            ) : null}
            , as you did.
          </strong>{' '}
          Nothing is overwritten until you decide; everything else of both is kept.
        </p>
        <ul className="mt-1 max-h-32 overflow-y-auto text-xs">
          {conflicts.map(({ what, mine, theirs }) => (
            <li key={what}>
              <span className="font-medium">{what}</span>: yours {sayValue(mine)}, theirs {sayValue(theirs)}
            </li>
          ))}
        </ul>
      </div>
      <span className="flex gap-2">
        <Button onClick={() => onSettle('theirs')}>Take theirs</Button>
        <Button variant="primary" onClick={() => onSettle('mine')}>
          Keep mine for {them}
        </Button>
      </span>
    </div>
  );
}

function sayWho(touch: Touch | null): string {
  if (!touch) return 'Someone else';
  return touch.own ? 'You, in another window,' : touch.name;
}

function sayValue(value: unknown): string {
  if (value === undefined) return 'removed';
  if (typeof value === 'number') return formatNumber(value, 2);
  return typeof value === 'string' ? `“${value}”` : 'another wording of it';
}
