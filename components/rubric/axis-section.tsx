import { AXIS_COLOUR, AXIS_NAME } from '@/components/scores/axis-bars';
import { Dot } from '@/components/ui/badge';
import type { CriterionFigures } from '@/lib/effects/types';
import type { Labels } from '@/lib/scoring/describe';
import type { Axis, Group } from '@/lib/scoring/types';
import { CriterionRow } from './criterion-row';
import { GroupHeader } from './group-header';

/** What an axis is about. */
export const AXIS_NOTE: Record<Axis, string> = {
  fit: 'who they are · 0–100',
  intent: 'what they do · 0–100, fades',
};

export interface AxisSectionProps {
  axis: Axis;
  groups: readonly Group[];
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
}

/** The criteria of one axis, in their groups. */
export function AxisSection({ axis, groups, labels, figures }: AxisSectionProps) {
  return (
    <section aria-labelledby={`axis-${axis}`}>
      <header className="sticky top-0 z-10 flex items-center gap-2 bg-bg px-4 pt-4 pb-1.5 max-md:px-3">
        <Dot colour={AXIS_COLOUR[axis]} />
        <h2 id={`axis-${axis}`}>{AXIS_NAME[axis]}</h2>
        <span className="text-xs text-faint">{AXIS_NOTE[axis]}</span>
      </header>
      {groups.map((group) => (
        <div key={group.id} className="pb-1.5">
          <GroupHeader group={group} id={`group-${group.id}`} />
          <ul aria-labelledby={`group-${group.id}`}>
            {group.criteria.map((criterion) => (
              <CriterionRow
                key={criterion.id}
                axis={axis}
                criterion={criterion}
                labels={labels}
                figures={figures}
              />
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
