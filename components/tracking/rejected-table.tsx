import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { RejectedView } from '@/lib/tracking/loaders';
import { toRejectedAddress } from '@/lib/tracking/rejected-address';

/** Events that were taken but not understood, newest first, each with what was wrong and where. */
export function RejectedTable({ rows, address, open }: Pick<RejectedView, 'rows' | 'address' | 'open'>) {
  return (
    <Table caption="Rejected events, newest first" fixed>
      <thead>
        <tr>
          <Th edge="start" width={112}>
            When
          </Th>
          <Th width="28%" hideOnPhone>
            Event
          </Th>
          <Th>What was wrong</Th>
          <Th hideOnPhone width="18%">
            Where
          </Th>
          <Th hideOnPhone edge="end" width="16%">
            Source
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Tr key={row.id} selected={row.id === open?.id}>
            <Td edge="start" className="text-soft">
              <RelativeTime at={row.receivedAt} />
            </Td>
            <Td hideOnPhone>
              <TwoLines
                primary={row.eventName ?? row.messageType ?? 'Unreadable'}
                secondary={row.messageType}
              />
            </Td>
            <Td className="max-md:py-2">
              <Link
                href={toRejectedAddress(address, { open: row.id })}
                scroll={false}
                className="block truncate text-accent"
              >
                {row.reason}
              </Link>
              <span className="block truncate text-xs text-soft md:hidden">
                {row.eventName ?? row.messageType ?? 'Unreadable'} · {row.sourceName}
              </span>
            </Td>
            <Td hideOnPhone className="truncate font-mono text-xs text-soft" title={row.path ?? undefined}>
              {row.path}
            </Td>
            <Td hideOnPhone edge="end" className="truncate text-soft">
              {row.sourceName}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
