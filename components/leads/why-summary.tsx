import { AXIS_COLOUR, AXIS_NAME } from '@/components/scores/axis-bars';
import { SignedPoints } from '@/components/scores/signed-points';
import { formatNumber } from '@/components/ui/format';
import { Sparkline } from '@/components/ui/sparkline';
import type { WhyAxis, WhyGroup, WhyRow, WhyTable } from '@/lib/leads/why-table';
import { Evidence } from './evidence';

/** Why a lead scores as it does, in the width of a panel: rows, limits and sums that add up. */
export function WhySummary({ why }: { why: WhyTable }) {
  return (
    <div className="flex flex-col gap-2">
      {why.axes.map((axis) => (
        <AxisRows key={axis.axis} axis={axis} />
      ))}
    </div>
  );
}

function AxisRows({ axis }: { axis: WhyAxis }) {
  return (
    <div>
      <div className="text-xs leading-6 text-faint">{AXIS_NAME[axis.axis]}</div>
      <ul>
        {axis.groups.map((group) => (
          <GroupRows key={group.id} group={group} axis={axis} />
        ))}
      </ul>
      <div className="flex h-7 items-center border-t border-line font-semibold">
        <span className="grow">{AXIS_NAME[axis.axis]}</span>
        {axis.after === 'kept within 0 and 100' ? (
          <span className="mr-2 text-xs font-normal text-soft">{axis.after}</span>
        ) : null}
        <span style={{ color: AXIS_COLOUR[axis.axis] }}>{formatNumber(axis.now)}</span>
      </div>
    </div>
  );
}

function GroupRows({ group, axis }: { group: WhyGroup; axis: WhyAxis }) {
  const rows = group.rows.filter(({ now }) => now !== 0);
  return (
    <>
      {rows.map((row) => (
        <Row key={row.id} row={row} colour={AXIS_COLOUR[axis.axis]} />
      ))}
      {group.limit ? (
        <li className="flex min-h-7 items-center gap-3 text-warn">
          <span className="grow">
            {group.label}: limit {formatNumber(group.limit.bound, 1)}
          </span>
          <SignedPoints points={group.limit.now} className="!text-warn" />
        </li>
      ) : null}
    </>
  );
}

function Row({ row, colour }: { row: WhyRow; colour: string }) {
  const fades = row.curve !== null && (row.curve.at(-1) ?? 1) < 1;
  return (
    <li className="flex min-h-7 items-center gap-3">
      <span className="min-w-0 grow">
        {row.label}{' '}
        <span className="text-faint">
          <Evidence row={row} />
        </span>
      </span>
      {fades ? (
        <Sparkline values={row.curve ?? []} width={48} height={14} min={0} max={1} colour={colour} />
      ) : null}
      <SignedPoints points={row.now} className="w-13 shrink-0 text-right" />
    </li>
  );
}
