import { formatUpTo } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import { MOST_NAMED } from '@/lib/events/constants';
import type { EventsView } from '@/lib/tracking/loaders';
import { CountButton } from './count-button';
import { MapName } from './map-name';

/** Names under which events came that fit no type: how many, the newest one's properties, and what to do. */
export function UnknownTable({ unknown, types, mayMap }: EventsView) {
  const options = types.map(({ key, label }) => ({ value: key, label }));
  return (
    <Table caption="Names that fit no event type" fixed>
      <thead>
        <tr>
          <Th edge="start">Name</Th>
          <Th width={80} align="right">
            Events
          </Th>
          <Th hideOnPhone width={104}>
            Newest
          </Th>
          <Th hideOnPhone width="24%">
            Its properties
          </Th>
          {mayMap ? (
            <>
              <Th width={176} className="max-md:!w-36">
                Is really
              </Th>
              <Th edge="end" width={136} hideOnPhone align="right">
                <span className="sr-only">Count it</span>
              </Th>
            </>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {unknown.map((one) => (
          <Tr key={`${one.name}\n${one.type}`}>
            <Td edge="start" className="max-md:py-2">
              <TwoLines primary={one.name} secondary={<span className="font-mono">{one.type}</span>} />
              {mayMap ? (
                <span className="mt-1 block md:hidden">
                  <CountButton type={one.type} label={one.name} />
                </span>
              ) : null}
            </Td>
            <Td align="right">{formatUpTo(one.events, MOST_NAMED)}</Td>
            <Td hideOnPhone className="text-soft">
              <RelativeTime at={one.lastSeenAt} />
            </Td>
            <Td
              hideOnPhone
              className="truncate font-mono text-xs text-soft"
              title={writeSample(one.sample, 2)}
            >
              {writeSample(one.sample)}
            </Td>
            {mayMap ? (
              <>
                <Td>
                  <MapName name={one.name} type={one.type} options={options} />
                </Td>
                <Td edge="end" hideOnPhone align="right">
                  <CountButton type={one.type} label={one.name} />
                </Td>
              </>
            ) : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function writeSample(sample: unknown, indent?: number): string {
  const text = JSON.stringify(sample ?? {}, null, indent);
  return text === '{}' ? 'None' : text;
}
