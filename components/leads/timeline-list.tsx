import { clsx } from 'clsx';
import { DecideButton } from '@/components/events/decide-button';
import { TierBadge } from '@/components/scores/tier-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { TimelineEntry, TimelineKind } from '@/lib/activities/timeline';
import { nameFilterReason } from '@/lib/events/name-filter-reason';
import { UndoMergeButton } from './undo-merge-button';

/** What each kind of entry is called, and the colour of its mark. */
export const TIMELINE_LOOK: Record<TimelineKind, { label: string; colour: string }> = {
  behaviour: { label: 'Behaviour', colour: 'var(--intent)' },
  company: { label: 'Company', colour: 'var(--intent)' },
  score: { label: 'Score and tier', colour: 'var(--tier-a)' },
  activity: { label: 'Activities', colour: 'var(--text)' },
  data: { label: 'Data', colour: 'var(--fit)' },
};

/** The newest entries in three columns, for a panel. */
export function TimelineShort({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="flex flex-col gap-1 text-xs leading-5">
      {entries.map((entry) => (
        <li key={entry.id} className="grid grid-cols-[16px_minmax(0,1fr)_auto] gap-x-2">
          <Mark entry={entry} className="mt-[7px] size-1.5" />
          <span className={clsx('truncate', entry.filteredAs && 'text-faint')}>
            {entry.title}{' '}
            <span className="text-faint">{entry.filteredAs ? 'not counted' : entry.detail}</span>
          </span>
          <RelativeTime at={entry.at} className="text-faint" />
        </li>
      ))}
    </ol>
  );
}

/** Entries under each other on a line, with what each did to the score. */
export function TimelineList({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol>
      {entries.map((entry, index) => (
        <li
          key={entry.id}
          className="relative grid grid-cols-[76px_16px_minmax(0,1fr)_auto] gap-x-2.5 max-md:grid-cols-[64px_16px_minmax(0,1fr)] max-md:gap-x-1.5"
        >
          <RelativeTime at={entry.at} className="py-1.5 text-xs leading-5 text-soft" />
          <span className="relative">
            <span
              aria-hidden
              className={clsx(
                'absolute left-[7.5px] w-px bg-line',
                index === 0 ? 'top-4' : 'top-0',
                index === entries.length - 1 ? 'h-4' : 'bottom-0',
              )}
            />
            <Mark entry={entry} className="absolute top-3 left-1 size-2 outline-3 outline-bg" />
          </span>
          <span className={clsx('min-w-0 py-1.5 break-words', entry.filteredAs && 'text-faint')}>
            {entry.title}{' '}
            <span className={clsx('text-xs', entry.filteredAs === null && 'text-soft')}>{entry.detail}</span>
            <Standing entry={entry} />
          </span>
          <Effect entry={entry} />
        </li>
      ))}
    </ol>
  );
}

/** Whether an event counts, where that is a question: a rule set it aside, or a person had it counted after all. */
function Standing({ entry }: { entry: TimelineEntry }) {
  const reason = entry.filteredAs ?? entry.restoredFrom;
  if (reason === null) return null;
  const { because } = nameFilterReason(reason);
  const words =
    entry.filteredAs === null ? `counted by decision, though ${because}` : `not counted: ${because}`;
  return <span className="text-xs text-soft"> — {words}</span>;
}

function Mark({ entry, className }: { entry: TimelineEntry; className: string }) {
  const colour = entry.filteredAs ? 'var(--line-strong)' : TIMELINE_LOOK[entry.kind].colour;
  return <span aria-hidden style={{ background: colour }} className={clsx('rounded-full', className)} />;
}

function Effect({ entry }: { entry: TimelineEntry }) {
  const { change, eventId, title } = entry;
  if (eventId !== null && (entry.filteredAs !== null || entry.restoredFrom !== null)) {
    return (
      <span className="py-1 max-md:col-start-3 max-md:-mt-1 max-md:pt-0">
        <DecideButton eventId={eventId} title={title} counts={entry.filteredAs !== null} />
      </span>
    );
  }
  if (entry.mergeId !== null) {
    return (
      <span className="py-1 max-md:col-start-3 max-md:-mt-1 max-md:pt-0">
        <UndoMergeButton mergeId={entry.mergeId} title={title} />
      </span>
    );
  }
  if (!change) return <span className="max-md:hidden" />;
  const crossed = change.tierBefore !== null && change.tierBefore !== change.tier;
  return (
    <span className="flex items-center gap-1.5 py-1.5 text-xs text-soft max-md:col-start-3 max-md:-mt-1.5 max-md:pt-0">
      {crossed && change.tierBefore !== null ? (
        <>
          <TierBadge tier={change.tierBefore} size="sm" />→
        </>
      ) : null}
      <TierBadge tier={change.tier} size="sm" />
    </span>
  );
}
