import { formatNumber } from '@/components/ui/format';
import type { Limit } from '@/lib/rubrics/edit-rubric';
import type { Group } from '@/lib/scoring/types';
import { LimitField } from './limit-field';

export interface GroupHeaderProps {
  group: Group;
  id: string;
  /** Without it the limits are for reading. */
  onLimit?: (groupId: string, limit: Limit, value: number | undefined) => void;
}

/** A group's name, how much it may add at least and at most, and what the last column shows. */
export function GroupHeader({ group, id, onLimit }: GroupHeaderProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 pt-3 pb-1.5 text-xs max-md:px-3">
      <h3 id={id} className="font-strong text-soft">
        {group.label}
      </h3>
      {onLimit ? (
        <span className="flex items-center gap-1.5 text-faint">
          at least
          <LimitField
            label={`${group.label} adds at least`}
            value={group.min}
            onValueChange={(value) => onLimit(group.id, 'min', value)}
          />
          at most
          <LimitField
            label={`${group.label} adds at most`}
            value={group.max}
            onValueChange={(value) => onLimit(group.id, 'max', value)}
          />
        </span>
      ) : (
        <span className="text-faint">{describeLimits(group)}</span>
      )}
      <span aria-hidden className={`ml-auto text-faint ${onLimit ? 'max-md:hidden' : ''}`}>
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
