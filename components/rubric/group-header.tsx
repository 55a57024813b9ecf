import { formatNumber } from '@/components/ui/format';
import type { Group } from '@/lib/scoring/types';

export interface GroupHeaderProps {
  group: Group;
  id: string;
}

/** A group's name, how much it may add at least and at most, and what the last column shows. */
export function GroupHeader({ group, id }: GroupHeaderProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3 pb-1.5 text-xs max-md:px-3">
      <h3 id={id} className="font-strong text-soft">
        {group.label}
      </h3>
      <span className="text-faint">{describeLimits(group)}</span>
      <span aria-hidden className="ml-auto text-faint">
        leads, lift
      </span>
    </div>
  );
}

function describeLimits({ min, max }: Group): string {
  return [
    min === undefined ? '' : `at least ${formatNumber(min, 2)}`,
    max === undefined ? '' : `at most ${formatNumber(max, 2)}`,
  ]
    .filter(Boolean)
    .join(', ');
}
