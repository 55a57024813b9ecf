import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { formatNumber } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { DeliveryRow } from '@/lib/webhooks/data/screens';
import { DELIVERY_WORDS, nameEvent } from './endpoint-words';

export interface DeliveryTableProps {
  deliveries: readonly DeliveryRow[];
  /** The one that is open. */
  openId: string | undefined;
  /** Where opening one leads. */
  hrefOf: (id: string) => string;
}

/** Messages to an endpoint, newest first. */
export function DeliveryTable({ deliveries, openId, hrefOf }: DeliveryTableProps) {
  return (
    <Table caption="Messages, newest first" fixed>
      <thead>
        <tr>
          <Th edge="start">Event</Th>
          <Th hideOnPhone className="w-[34%]">
            Answer
          </Th>
          <Th hideOnPhone align="right" width={64}>
            Tries
          </Th>
          <Th hideOnPhone className="w-[15%] pl-6">
            Next try
          </Th>
          <Th edge="end" width={96}>
            State
          </Th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((delivery) => (
          <Row
            key={delivery.id}
            delivery={delivery}
            href={hrefOf(delivery.id)}
            open={delivery.id === openId}
          />
        ))}
      </tbody>
    </Table>
  );
}

function describeAnswer({ responseStatus, error }: DeliveryRow): string {
  return error ?? (responseStatus === null ? 'Not tried yet' : `Answered ${responseStatus}`);
}

function Row({ delivery, href, open }: { delivery: DeliveryRow; href: string; open: boolean }) {
  const { eventType, leadName, state, attempts, createdAt, nextAttemptAt } = delivery;
  const { word, tone } = DELIVERY_WORDS[state];
  const answer = describeAnswer(delivery);
  return (
    <Tr interactive selected={open}>
      <Td edge="start" className="py-1">
        <TwoLines
          primary={
            <Link
              href={href}
              scroll={false}
              className="hover:underline"
              aria-current={open ? 'true' : undefined}
            >
              {nameEvent(eventType)}
            </Link>
          }
          secondary={
            <>
              <RelativeTime at={createdAt} />
              {leadName ? `, ${leadName}` : ''}
            </>
          }
        />
      </Td>
      <Td hideOnPhone className="truncate text-soft" title={answer}>
        {answer}
      </Td>
      <Td hideOnPhone align="right">
        {formatNumber(attempts)}
      </Td>
      <Td hideOnPhone className="pl-6 text-soft">
        {state === 'pending' && nextAttemptAt ? <RelativeTime at={nextAttemptAt} /> : '–'}
      </Td>
      <Td edge="end">
        <Badge tone={tone}>{word}</Badge>
      </Td>
    </Tr>
  );
}
