import Link from 'next/link';
import { TierBadge } from '@/components/scores/tier-badge';
import { formatSigned } from '@/components/ui/format';
import { Skeleton } from '@/components/ui/skeleton';
import type { Mover, NamedLead } from '@/lib/effects/types';

export interface MoverRowProps {
  mover: Mover;
  /** Missing until its name is known. */
  lead?: NamedLead;
}

/** One lead that moves: from where to where, and which criteria moved it. */
export function MoverRow({ mover, lead }: MoverRowProps) {
  return (
    <li className="flex min-h-10 flex-col justify-center border-t border-line py-1 first:border-t-0">
      <div className="flex items-center gap-2">
        {lead ? (
          <span className="min-w-0 grow truncate">
            <Link href={`/leads/${mover.leadId}`} className="font-strong hover:underline">
              {lead.name}
            </Link>{' '}
            <span className="text-faint">{lead.company}</span>
          </span>
        ) : (
          <span className="grow">
            <Skeleton className="h-3 w-32" />
          </span>
        )}
        <span className="whitespace-nowrap text-soft">
          {mover.scoreBefore} → {mover.scoreAfter}
        </span>
        <span className="flex min-w-17 shrink-0 items-center justify-end gap-1.5">
          {mover.tierBefore === mover.tierAfter ? null : (
            <>
              <TierBadge tier={mover.tierBefore} />
              <span className="text-faint">→</span>
            </>
          )}
          <TierBadge tier={mover.tierAfter} />
        </span>
      </div>
      <p className="truncate text-xs text-faint">{describeReasons(mover)}</p>
    </li>
  );
}

function describeReasons({ because }: Mover): string {
  if (because.length === 0) return 'limits, weights or thresholds';
  return because.map(({ label, change }) => `${label} ${formatSigned(change)}`).join(', ');
}
