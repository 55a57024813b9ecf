import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { AuditPage } from '@/lib/audit/loaders';

/** What was done, by whom, to what. */
export function AuditTable({ entries }: { entries: AuditPage['entries'] }) {
  return (
    <Table caption="Audit log, newest first" fixed>
      <thead>
        <tr>
          <Th edge="start" className="w-27 md:w-44">
            When
          </Th>
          <Th hideOnPhone className="w-[20%]">
            Who
          </Th>
          <Th>What</Th>
          <Th edge="end" hideOnPhone>
            Details
          </Th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Tr key={entry.id}>
            <Td edge="start" className="align-top leading-10 whitespace-nowrap text-soft">
              <span className="max-md:hidden">
                <InstantTime at={entry.at} />, <InstantTime at={entry.at} format="time" />
              </span>
              <RelativeTime at={entry.at} className="md:hidden" />
            </Td>
            <Td hideOnPhone className="truncate align-top leading-10">
              {entry.actor}
            </Td>
            <Td className="py-2.5 align-top break-words">
              <span className="font-strong">{entry.actionLabel}</span>
              {entry.subject ? <span className="text-soft"> · {entry.subject}</span> : null}
              <span className="block text-xs text-soft md:hidden">
                {[entry.actor, ...entry.details].join(' · ')}
              </span>
            </Td>
            <Td edge="end" hideOnPhone className="py-2.5 align-top break-words text-soft">
              {entry.details.join(' · ')}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
