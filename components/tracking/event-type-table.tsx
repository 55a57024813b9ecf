import { Badge } from '@/components/ui/badge';
import { formatUpTo } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import { MOST_COUNTED } from '@/lib/events/constants';
import type { EventTypeRow } from '@/lib/settings/data';

/** The event types, how often each came, and the names under which other tools send them. */
export function EventTypeTable({ eventTypes }: { eventTypes: readonly EventTypeRow[] }) {
  return (
    <Table caption="Event types" fixed>
      <thead>
        <tr>
          <Th edge="start">Event type</Th>
          <Th hideOnPhone>Also sent as</Th>
          <Th width={104} align="right">
            Events
          </Th>
          <Th edge="end" width={120}>
            Newest
          </Th>
        </tr>
      </thead>
      <tbody>
        {eventTypes.map((eventType) => (
          <Tr key={eventType.key}>
            <Td edge="start">
              <TwoLines
                primary={
                  <>
                    {eventType.label} {eventType.standard ? null : <Badge>Yours</Badge>}
                  </>
                }
                secondary={<span className="font-mono">{eventType.key}</span>}
              />
            </Td>
            <Td hideOnPhone className="truncate text-soft" title={eventType.aliases.join(', ')}>
              {eventType.aliases.join(', ')}
            </Td>
            <Td align="right">{formatUpTo(eventType.events, MOST_COUNTED)}</Td>
            <Td edge="end" className="text-soft">
              {eventType.newestAt ? <RelativeTime at={eventType.newestAt} /> : 'None yet'}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
