import { clsx } from 'clsx';
import Link from 'next/link';
import { describeState } from '@/components/leads/state-words';
import { ResponseClock } from '@/components/leads/response-clock';
import { AxisPair } from '@/components/scores/axis-bars';
import { TierBadge } from '@/components/scores/tier-badge';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox } from '@/components/ui/checkbox';
import { InstantTime, RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { QueueView } from '@/lib/queue/loaders';
import type { QueueRow } from '@/lib/queue/schema';
import type { Selection } from './use-selection';

export interface QueueTableProps {
  rows: readonly QueueRow[];
  /** Number of the first row. */
  first: number;
  tab: QueueView['search']['tab'];
  /** The row that is open, or that the keys stand on. */
  selectedId?: string;
  /** Which rows are ticked; without it none can be. */
  selection?: Selection;
  /** With a panel beside it the table leaves out what the panel says. */
  narrow: boolean;
  now: number;
  addressOf: (leadId: string) => string;
  onOpen: (leadId: string) => void;
}

/** The queue's rows, the best lead first. */
export function QueueTable(props: QueueTableProps) {
  const { rows, first, tab, selectedId, selection, narrow, now, addressOf, onOpen } = props;
  const withOwner = tab === 'team';
  const withStanding = withOwner || (tab !== 'free' && !narrow);
  return (
    <Table caption="Leads in the queue, best first" fixed>
      <thead>
        <tr>
          <Th align="right" edge="start" width={48} hideOnPhone>
            {selection ? <TickAll selection={selection} count={rows.length} /> : '#'}
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
            className="group/row cursor-pointer"
          >
            <Td align="right" edge="start" hideOnPhone className="text-faint">
              <RowMark row={row} number={first + index} selection={selection} />
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
                <ComesBack until={row.snoozedUntil} intent={row.snoozeIntent} />
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

function TickAll({ selection, count }: { selection: Selection; count: number }) {
  const ticked = selection.ids.length;
  return (
    <Checkbox
      aria-label="Tick all leads on this page"
      checked={ticked === 0 ? false : ticked === count || 'indeterminate'}
      onCheckedChange={selection.setAll}
    />
  );
}

interface RowMarkProps {
  row: QueueRow;
  number: number;
  selection?: Selection;
}

/** The row's number, which gives way to a box to tick when the row is pointed at or any is ticked. */
function RowMark({ row, number, selection }: RowMarkProps) {
  if (!selection) return <>{number}</>;
  const any = selection.ids.length > 0;
  return (
    <span className="relative block">
      <span
        className={clsx(any ? 'invisible' : 'group-focus-within/row:invisible group-hover/row:invisible')}
      >
        {number}
      </span>
      <span
        className={clsx(
          'absolute inset-y-0 right-0 flex items-center',
          !any && 'opacity-0 group-focus-within/row:opacity-100 group-hover/row:opacity-100',
        )}
        onClick={(event) => event.stopPropagation()}
      >
        <Checkbox
          aria-label={`Tick ${row.name}`}
          checked={selection.has(row.id)}
          onCheckedChange={() => selection.toggle(row.id)}
        />
      </span>
    </span>
  );
}

function ComesBack({ until, intent }: { until: number; intent: number | null }) {
  return (
    <span className="text-soft">
      {intent === null ? null : <span className="block">intent {intent}, or</span>}
      <InstantTime at={until} format="weekday" />
    </span>
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
