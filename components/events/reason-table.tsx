import Link from 'next/link';
import { formatNumber } from '@/components/ui/format';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import { REASON_DAYS } from '@/lib/events/constants';
import type { FilteredView } from '@/lib/events/loaders';
import { RestoreReason } from './restore-reason';

type ReasonTableProps = Pick<FilteredView, 'counts' | 'reason' | 'mayRestoreAll'>;

/** How many events are filtered for each reason; a reason leads to its events alone, and back to all. */
export function ReasonTable({ counts, reason: shown, mayRestoreAll }: ReasonTableProps) {
  return (
    <Table caption="Filtered events by reason" fixed>
      <thead>
        <tr>
          <Th edge="start">Reason</Th>
          <Th width={96} align="right">
            {REASON_DAYS} days
          </Th>
          <Th hideOnPhone width={96} align="right">
            In all
          </Th>
          <Th edge="end" width={104} align="right">
            <span className="sr-only">Restore</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ reason, label, because, recent, total }) => (
          <Tr key={reason} selected={reason === shown}>
            <Td edge="start">
              <TwoLines
                primary={
                  <Link
                    href={reason === shown ? '/settings/filtered' : `/settings/filtered?reason=${reason}`}
                    aria-current={reason === shown || undefined}
                    className="hover:text-accent"
                  >
                    {label}
                  </Link>
                }
                secondary={because}
              />
            </Td>
            <Td align="right">{formatNumber(recent)}</Td>
            <Td hideOnPhone align="right">
              {formatNumber(total)}
            </Td>
            <Td edge="end" align="right">
              {mayRestoreAll ? <RestoreReason reason={reason} label={label} total={total} /> : null}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
