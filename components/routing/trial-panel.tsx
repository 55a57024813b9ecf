import Link from 'next/link';
import { formatCount, formatNumber } from '@/components/ui/format';
import { Meter } from '@/components/ui/meter';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { Trial } from '@/lib/routing/data/trial';

/** What became of past leads in a trial: who would have got how many, and of each what really happened. */
export function TrialPanel({ trial }: { trial: Trial }) {
  const { leads, more, free, same, reps, rules, rows } = trial;
  if (leads === 0) {
    return <p className="px-4 text-soft max-md:px-3">No lead came into a routed tier in these days.</p>;
  }
  const most = Math.max(free, ...reps.map(({ given }) => given), 1);
  return (
    <div className="flex flex-col gap-4">
      <p className="px-4 max-md:px-3">
        {formatCount(leads, more ? 'newest lead' : 'lead')} came into a routed tier.{' '}
        <strong className="font-strong">{formatNumber(leads - free)}</strong> would have got a rep,{' '}
        <strong className="font-strong">{formatNumber(free)}</strong> would have been left free;{' '}
        {formatNumber(same)} are as they really went.
      </p>
      <div className="grid gap-x-8 gap-y-4 px-4 max-md:px-3 lg:grid-cols-2">
        <dl className="grid grid-cols-[minmax(0,9rem)_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5">
          {[...reps, { id: '', name: 'Left free', given: free, really: rows.length ? null : 0 }].map(
            ({ id, name, given, really }) => (
              <div key={id} className="contents">
                <dt className="truncate">{name}</dt>
                <dd>
                  <Meter value={given} max={most} label={`${name}: ${given}`} />
                </dd>
                <dd className="text-right tabular-nums">
                  {formatNumber(given)}
                  {really === null ? null : (
                    <span className="text-faint"> · really {formatNumber(really)}</span>
                  )}
                </dd>
              </div>
            ),
          )}
        </dl>
        <dl className="grid grid-cols-[minmax(0,1fr)_auto] content-start gap-x-3 gap-y-1.5">
          {rules.map(({ name, given }) => (
            <div key={name ?? ''} className="contents">
              <dt className="truncate text-soft">{name ?? 'Fallback'}</dt>
              <dd className="text-right tabular-nums">{formatNumber(given)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <Table caption="Past leads" fixed>
        <thead>
          <tr>
            <Th edge="start">Lead</Th>
            <Th className="md:w-[45%]">Would have gone to</Th>
            <Th hideOnPhone edge="end" className="w-[28%]">
              Really
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Tr key={row.leadId}>
              <Td edge="start">
                <TwoLines
                  primary={<Link href={`/leads/${row.leadId}`}>{row.name}</Link>}
                  secondary={<RelativeTime at={row.at} />}
                />
              </Td>
              <Td>
                <TwoLines
                  primary={row.would ?? 'Nobody'}
                  secondary={<span title={row.reason}>{row.reason}</span>}
                />
              </Td>
              <Td hideOnPhone edge="end">
                <TwoLines primary={row.really ?? 'Nobody'} secondary={row.reallyReason ?? ''} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
