import { Badge } from '@/components/ui/badge';
import { formatNumber, formatSigned } from '@/components/ui/format';
import { AXIS_NAME } from '@/components/scores/axis-bars';
import { CHANGE_WORDS } from '@/lib/rubrics/describe-change';
import type { RubricChange } from '@/lib/rubrics/list-changes';

const PART_WORDS: Record<RubricChange['part'], string> = {
  ...AXIS_NAME,
  tiers: 'Tiers',
  disqualifiers: 'Disqualified',
  rubric: 'Score and grid',
};

/** The differences between two rubrics, one a line. */
export function ChangeList({ changes }: { changes: readonly RubricChange[] }) {
  return (
    <ul>
      {changes.map((change) => (
        <li
          key={`${change.key} ${change.kind}`}
          className="flex min-h-8 items-center gap-3 border-t border-line py-1 first:border-t-0"
        >
          <span className="w-24 shrink-0 text-xs text-faint max-sm:hidden">{PART_WORDS[change.part]}</span>
          <span className="min-w-0 grow">{change.what}</span>
          {change.kind === 'figure' ? (
            <Figures change={change} />
          ) : (
            <Badge>{CHANGE_WORDS[change.kind]}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

function Figures({ change }: { change: RubricChange }) {
  const say = (figure: number | null | undefined) => {
    if (figure === null || figure === undefined) return 'none';
    return change.unit === 'points' ? formatSigned(figure, 2) : formatNumber(figure, 2);
  };
  return (
    <span className="whitespace-nowrap">
      <span className="text-soft">{say(change.before)}</span> <span className="text-faint">→</span>{' '}
      <span className="font-strong">{say(change.after)}</span>
    </span>
  );
}
