import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { EndpointView } from '@/lib/webhooks/loaders';
import { DELIVERY_WORDS, describeFilters, describeState, nameEvent } from './endpoint-words';

export interface EndpointTableProps {
  caption: string;
  endpoints: readonly EndpointView[];
}

/** Endpoints with what they are told, and what became of the last message. */
export function EndpointTable({ caption, endpoints }: EndpointTableProps) {
  return (
    <Table caption={caption} fixed>
      <thead>
        <tr>
          <Th edge="start">Name</Th>
          <Th hideOnPhone className="w-[26%]">
            Told of
          </Th>
          <Th hideOnPhone className="w-[24%]">
            Which leads
          </Th>
          <Th className="w-32 md:w-[16%]">Last message</Th>
          <Th edge="end" width={84}>
            State
          </Th>
        </tr>
      </thead>
      <tbody>
        {endpoints.map((endpoint) => (
          <EndpointRow key={endpoint.id} endpoint={endpoint} />
        ))}
      </tbody>
    </Table>
  );
}

function describeAddress({ kind, address, recipients }: EndpointView): string {
  return kind === 'email' ? recipients.map(({ name }) => name).join(', ') || 'Nobody' : address;
}

function EndpointRow({ endpoint }: { endpoint: EndpointView }) {
  const { id, name, eventTypes, lastAt, lastState, lastError } = endpoint;
  const { word, tone } = describeState(endpoint);
  const events = eventTypes.map(nameEvent).join(', ');
  const filters = describeFilters(endpoint);
  return (
    <Tr interactive>
      <Td edge="start" className="py-1">
        <TwoLines
          primary={
            <Link href={`/settings/webhooks/${id}`} className="hover:underline">
              {name}
            </Link>
          }
          secondary={describeAddress(endpoint)}
        />
      </Td>
      <Td hideOnPhone className="truncate text-soft" title={events}>
        {events}
      </Td>
      <Td hideOnPhone className="truncate text-soft" title={filters}>
        {filters}
      </Td>
      <Td className="py-1 text-soft" title={lastError ?? undefined}>
        {lastAt && lastState ? (
          <span className="flex flex-col leading-4">
            {DELIVERY_WORDS[lastState].word}
            <RelativeTime at={lastAt} className="text-xs text-faint" />
          </span>
        ) : (
          'None yet'
        )}
      </Td>
      <Td edge="end">
        <Badge tone={tone}>{word}</Badge>
      </Td>
    </Tr>
  );
}
