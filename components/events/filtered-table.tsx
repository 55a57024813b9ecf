import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { FilteredView } from '@/lib/events/loaders';
import { DecideButton } from './decide-button';

/** Events that are kept but not counted, newest first, each with why and the way back. */
export function FilteredTable({ events }: Pick<FilteredView, 'events'>) {
  return (
    <Table caption="Filtered events, newest first" fixed>
      <thead>
        <tr>
          <Th edge="start">Event</Th>
          <Th hideOnPhone width="26%">
            Lead
          </Th>
          <Th hideOnPhone width="26%">
            Not counted
          </Th>
          <Th hideOnPhone width={104}>
            When
          </Th>
          <Th edge="end" width={104} align="right">
            <span className="sr-only">Decide</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Tr key={event.id}>
            <Td edge="start" className="max-md:py-2">
              <TwoLines primary={event.title} secondary={event.detail} />
              <span className="block text-xs text-soft md:hidden">
                <LeadLink event={event} /> · {event.because} · <RelativeTime at={event.at} />
              </span>
            </Td>
            <Td hideOnPhone className="truncate">
              <LeadLink event={event} />
            </Td>
            <Td hideOnPhone className="truncate text-soft" title={event.because}>
              {event.because}
            </Td>
            <Td hideOnPhone className="whitespace-nowrap text-soft">
              <RelativeTime at={event.at} />
            </Td>
            <Td edge="end" align="right">
              <DecideButton eventId={event.id} title={event.title} counts />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function LeadLink({ event }: { event: FilteredView['events'][number] }) {
  const name = event.leadName ?? event.leadEmail ?? event.companyName ?? 'Unknown';
  return event.leadId === null ? (
    name
  ) : (
    <Link href={`/leads/${event.leadId}`} className="hover:text-accent">
      {name}
    </Link>
  );
}
