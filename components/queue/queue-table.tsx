import { clsx } from 'clsx';
import Link from 'next/link';
import { describeState } from '@/components/leads/state-words';
import { ResponseClock } from '@/components/leads/response-clock';
import { AxisPair } from '@/components/scores/axis-bars';
import { TierBadge } from '@/components/scores/tier-badge';
import { Avatar } from '@/components/ui/avatar';
import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { QueueView } from '@/lib/queue/loaders';
import type { QueueRow } from '@/lib/queue/schema';

export interface QueueTableProps {
  rows: readonly QueueRow[];
  /** Number of the first row. */
  first: number;
  tab: QueueView['search']['tab'];
  /** The row that is open, or that the keys stand on. */
  selectedId?: string;
  /** With a panel beside it the table leaves out what the panel says. */
  narrow: boolean;
  now: number;
  addressOf: (leadId: string) => string;
  onOpen: (leadId: string) => void;
}

/** The queue's rows, the best lead first. */
export function QueueTable(props: QueueTableProps) {
  const { rows, first, tab, selectedId, narrow, now, addressOf, onOpen } = props;
  const withOwner = tab === 'team';
  const withStanding = withOwner || (tab !== 'free' && !narrow);
  return (
    <Table caption="Leads in the queue, best first" fixed>
      <thead>
        <tr>
          <Th align="right" edge="start" width={44} hideOnPhone>
            #
          </Th>
          <Th className="max-md:pl-3">Lead</Th>
          <Th width={44}>Tier</Th>
          <Th align="right" width={56}>
            Score
          </Th>
          <Th width={104} hideOnPhone>
            Fit, intent
          </Th>
          <Th hideOnPhone width={narrow ? '30%' : '34%'}>
            Why now
          </Th>
          <Th hideOnPhone width={narrow ? 44 : 176} className={clsx(!withStanding && '!hidden')}>
            {withOwner ? 'Owner' : 'State'}
          </Th>
          <Th align="right" width={100} edge="end">
            {tab === 'snoozed' ? 'Comes back' : 'Respond'}
          </Th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <Tr
            key={row.id}
            id={`lead-${row.id}`}
            selected={row.id === selectedId}
            interactive
            onClick={() => onOpen(row.id)}
            className="cursor-pointer"
          >
            <Td align="right" edge="start" hideOnPhone className="text-faint">
              {first + index}
            </Td>
            <Td className="max-md:h-15 max-md:pl-3">
              <TwoLines
                primary={
                  <Link
                    href={addressOf(row.id)}
                    scroll={false}
                    onClick={(event) => {
                      if (event.metaKey || event.ctrlKey || event.shiftKey) return event.stopPropagation();
                      event.preventDefault();
                    }}
                  >
                    {row.name}
                  </Link>
                }
                secondary={row.company?.name ?? row.title}
              />
              <span className="block truncate text-xs text-soft md:hidden">
                <WhyNow row={row} />
              </span>
            </Td>
            <Td>{row.score ? <TierBadge tier={row.score.tier} /> : null}</Td>
            <Td align="right" className="font-strong">
              {row.score?.score}
            </Td>
            <Td hideOnPhone>
              {row.score ? <AxisPair fit={row.score.fit} intent={row.score.intent} /> : null}
            </Td>
            <Td hideOnPhone className="truncate text-soft">
              <WhyNow row={row} />
            </Td>
            <Td hideOnPhone className={clsx('truncate text-soft', !withStanding && '!hidden')}>
              <Standing row={row} withOwner={withOwner} narrow={narrow} now={now} />
            </Td>
            <Td align="right" edge="end">
              {tab === 'snoozed' && row.snoozedUntil !== null ? (
                <InstantTime at={row.snoozedUntil} format="weekday" className="text-soft" />
              ) : (
                <ResponseClock clock={row.clock} tier={row.score?.tier} />
              )}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function WhyNow({ row }: { row: QueueRow }) {
  const reason = row.score?.reason;
  if (!reason) return <>No reason stands out</>;
  return (
    <>
      {reason.label}
      {reason.at === null ? null : (
        <>
          {' '}
          <RelativeTime at={reason.at} />
        </>
      )}
    </>
  );
}

interface StandingProps {
  row: QueueRow;
  withOwner: boolean;
  narrow: boolean;
  now: number;
}

function Standing({ row, withOwner, narrow, now }: StandingProps) {
  const words = describeState(row, now);
  if (!withOwner || !row.owner) return <>{words}</>;
  return (
    <span className="flex items-center gap-1.5" title={`${row.owner.name}: ${words}`}>
      <Avatar name={row.owner.name} decorative={!narrow} />
      {narrow ? null : <span className="truncate">{row.owner.name}</span>}
    </span>
  );
}
