import { clsx } from 'clsx';
import Link from 'next/link';
import { QUADRANT_WORDS } from '@/components/scores/quadrant-label';
import { formatCount, formatNumber, formatSigned } from '@/components/ui/format';
import type { Quadrant } from '@/lib/generated/prisma/enums';
import type { Movement } from '@/lib/grid/types';
import { QUADRANTS } from '@/lib/leads/constants';
import type { Move } from '@/lib/leads/types';

const SHORT_NAME: Record<Quadrant, string> = {
  route_now: 'Route now',
  nurture: 'Nurture',
  review: 'By hand',
  deprioritize: 'Deprioritize',
};

export interface MovementTableProps {
  movement: Movement;
  /** Where those who moved are listed. */
  hrefOf: (move: Move) => string;
}

/** Who crossed from which quadrant into which within the last seven days. */
export function MovementTable({ movement, hrefOf }: MovementTableProps) {
  return (
    <table className="w-full table-fixed border-collapse text-right text-xs text-soft">
      <caption className="sr-only">
        Leads that moved this week, from the row’s quadrant to the column’s
      </caption>
      <thead>
        <tr>
          <th scope="col" className="h-6 w-1/4 text-left font-normal">
            from, to
          </th>
          {QUADRANTS.map((quadrant) => (
            <th key={quadrant} scope="col" className="h-6 text-[11px] font-normal whitespace-nowrap">
              {SHORT_NAME[quadrant]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {QUADRANTS.map((from) => (
          <MovementRow
            key={from}
            name={QUADRANT_WORDS[from].name}
            counts={movement.moves[from]}
            hrefOf={(to) => hrefOf({ from, to })}
          />
        ))}
        <MovementRow name="New leads" counts={movement.fresh} hrefOf={(to) => hrefOf({ from: null, to })} />
      </tbody>
      <tfoot>
        <tr className="font-semibold text-text">
          <th scope="row" className="h-7.5 border-t border-line text-left font-semibold">
            Net change
          </th>
          {QUADRANTS.map((quadrant) => (
            <td key={quadrant} className="border-t border-line">
              {formatSigned(movement.into[quadrant] - movement.outOf[quadrant], 0)}
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

interface MovementRowProps {
  name: string;
  counts: Record<Quadrant, number>;
  hrefOf: (to: Quadrant) => string;
}

function MovementRow({ name, counts, hrefOf }: MovementRowProps) {
  return (
    <tr>
      <th scope="row" className="h-6.5 truncate text-left font-normal">
        {name}
      </th>
      {QUADRANTS.map((to) => (
        <td key={to} className={clsx(counts[to] > 0 && to === 'route_now' && 'font-semibold text-tier-a')}>
          {counts[to] > 0 ? (
            <Link
              href={hrefOf(to)}
              scroll={false}
              aria-label={`${formatCount(counts[to], 'lead')}: ${name}, now ${QUADRANT_WORDS[to].name}`}
              className="inline-flex h-6 min-w-6 items-center justify-end underline-offset-2 hover:underline"
            >
              {formatNumber(counts[to])}
            </Link>
          ) : (
            <span className="text-faint">
              <span className="sr-only">0</span>
              <span aria-hidden>–</span>
            </span>
          )}
        </td>
      ))}
    </tr>
  );
}
