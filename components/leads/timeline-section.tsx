import { ButtonLink } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { TIMELINE_KINDS } from '@/lib/activities/constants';
import type { TimelineKind } from '@/lib/activities/timeline';
import type { Timeline } from '@/lib/activities/types';
import { buildAddress } from '@/lib/leads/address';
import { TIMELINE_LOOK, TimelineList } from './timeline-list';

export interface TimelineSectionProps {
  leadId: string;
  timeline: Timeline & { show: readonly TimelineKind[]; before: number | null };
}

/** The whole timeline with its filters; filters and place live in the address. */
export function TimelineSection({ leadId, timeline }: TimelineSectionProps) {
  const { entries, olderFrom, show, before } = timeline;
  const path = `/leads/${leadId}`;
  const hrefOf = (kinds: readonly TimelineKind[]) => buildAddress(path, { show: kinds });
  return (
    <>
      <nav aria-label="What the timeline shows" className="my-2 flex flex-wrap gap-1.5">
        <Chip on={show.length === 0} href={hrefOf([])}>
          All
        </Chip>
        {TIMELINE_KINDS.map((kind) => (
          <Chip
            key={kind}
            on={show.includes(kind)}
            href={hrefOf(show.includes(kind) ? show.filter((one) => one !== kind) : [...show, kind])}
          >
            {TIMELINE_LOOK[kind].label}
          </Chip>
        ))}
      </nav>
      {entries.length > 0 ? (
        <TimelineList entries={entries} />
      ) : (
        <p className="py-2 text-soft">Nothing of this kind has happened.</p>
      )}
      <div className="mt-2 flex gap-2">
        {before === null ? null : <ButtonLink href={hrefOf(show)}>Newest</ButtonLink>}
        {olderFrom === null ? null : (
          <ButtonLink href={buildAddress(path, { show, before: olderFrom })}>Older</ButtonLink>
        )}
      </div>
    </>
  );
}
