import Link from 'next/link';
import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour } from '@/components/scores/tier-colour';
import { formatCount, formatNumber, formatPercent } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import { SELLING_MINUTES } from '@/lib/reports/constants';
import type { UseView } from '@/lib/reports/loaders';
import { csvAddress, dealsAddress, leadsBehindAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatPeriod } from './report-words';

/** What reps spend time on, next to what comes back. */
export function SellingCard({ use, className }: { use: UseView; className?: string }) {
  const { selling, view } = use;
  const minutes = selling.byTier.reduce((sum, row) => sum + row.minutes, 0);
  const { call, email, meeting } = SELLING_MINUTES;
  return (
    <ReportCard
      title="Where selling time goes"
      note="and what comes back"
      csvHref={csvAddress('selling', view.period)}
      counts={`About ${formatCount(Math.round(minutes / 60), 'hour')} ${formatPeriod(view.period)}: a call counts as ${call} minutes, an e-mail as ${email}, a meeting as ${meeting}; by the lead’s tier at that time`}
      leadsHref={minutes > 0 ? leadsBehindAddress(view.period, { of: 'worked' }) : undefined}
      className={className}
    >
      {minutes > 0 ? (
        <>
          <TopQuarter use={use} />
          <TierTable use={use} />
          <RepTable use={use} />
        </>
      ) : (
        <p className="text-soft">No call, e-mail or meeting was logged in this period.</p>
      )}
    </ReportCard>
  );
}

function TopQuarter({ use }: { use: UseView }) {
  const { minutes, topMinutes, leadShare } = use.selling.top;
  if (minutes === 0 || leadShare === null) return null;
  return (
    <p className="pb-2 text-[15px]/6 font-semibold tracking-[-0.01em]">
      <Link
        href={leadsBehindAddress(use.view.period, { of: 'worked', best: 'yes' })}
        className="underline-offset-3 hover:underline"
      >
        {formatPercent(topMinutes / minutes)} of selling time
      </Link>{' '}
      {use.view.period.segment ? 'on this segment ' : ''}
      went to the best {formatPercent(leadShare)} of {use.view.period.segment ? 'all leads' : 'leads'}
      <span className="font-normal text-soft">; about 80 % is usual where reps follow the score</span>
    </p>
  );
}

function TierTable({ use: { selling, tiers, view } }: { use: UseView }) {
  const wins = selling.wins.reduce((sum, { won }) => sum + won, 0);
  const wonOf = (tier: string | null) => selling.wins.find((row) => row.tier === tier)?.won ?? 0;
  const most = Math.max(
    ...selling.byTier.map(({ share, tier }) => Math.max(share, wonOf(tier) / Math.max(1, wins))),
  );
  return (
    <Table caption="Selling time and wins by tier">
      <thead>
        <tr>
          <Th className="pl-0!">Tier</Th>
          <Th width="45%">Share of time, of wins</Th>
          <Th align="right" hideOnPhone>
            Hours
          </Th>
          <Th align="right">Won</Th>
          <Th align="right" className="pr-0!">
            Won in 100 h
          </Th>
        </tr>
      </thead>
      <tbody>
        {selling.byTier.map(({ tier, minutes, share }) => (
          <tr key={tier}>
            <Td className="pl-0!">
              {tier === null ? (
                <span className="text-xs text-faint">not scored</span>
              ) : (
                <TierBadge tier={tier} />
              )}
            </Td>
            <Td className="h-12!">
              <Bar share={share / most} colour="color-mix(in srgb, var(--text) 24%, transparent)">
                {formatPercent(share)} of time
              </Bar>
              <Bar
                share={wins === 0 ? 0 : wonOf(tier) / wins / most}
                colour={tier === null ? 'var(--soft)' : tierColour(tier)}
              >
                {wins === 0 ? 'no wins' : `${formatPercent(wonOf(tier) / wins)} of wins`}
              </Bar>
            </Td>
            <Td align="right" hideOnPhone>
              <Link
                href={leadsBehindAddress(view.period, {
                  of: 'worked',
                  ...(tier === null ? { tiers: 'unscored' } : { tier: [tier] }),
                })}
                className="hover:underline"
              >
                {formatNumber(minutes / 60)}
              </Link>
            </Td>
            <Td align="right">
              {tier === null ? (
                formatNumber(wonOf(tier))
              ) : (
                <Link
                  href={dealsAddress(view.period, { tier: [tier], outcome: 'won', when: 'closed' })}
                  className="hover:underline"
                >
                  {formatNumber(wonOf(tier))}
                </Link>
              )}
            </Td>
            <Td align="right" className="pr-0! font-strong">
              {minutes < 600 ? (
                <span className="text-faint">–</span>
              ) : (
                formatNumber((wonOf(tier) / minutes) * 6_000, 1)
              )}
            </Td>
          </tr>
        ))}
      </tbody>
      <caption className="caption-bottom text-left">
        <ChartNote>
          Wins are deals closed in the period, by their lead’s tier at first engagement
          {selling.wins.some(({ tier }) => tier !== null && !tiers.includes(tier))
            ? ', old tiers included'
            : ''}
          .
        </ChartNote>
      </caption>
    </Table>
  );
}

function Bar({ share, colour, children }: { share: number; colour: string; children: React.ReactNode }) {
  return (
    <span className="flex items-center gap-2 text-2xs/4 text-soft">
      <i
        aria-hidden
        style={{ width: `${share * 60}%`, background: colour }}
        className="h-1.5 min-w-0.5 rounded-bar"
      />
      <span className="whitespace-nowrap">{children}</span>
    </span>
  );
}

function RepTable({ use: { selling, view } }: { use: UseView }) {
  return (
    <Table caption="Selling time by rep" className="mt-4">
      <thead>
        <tr>
          <Th className="pl-0!">Time by rep</Th>
          <Th width="45%" aria-label="By tier" />
          <Th align="right" className="pr-0!">
            Hours
          </Th>
        </tr>
      </thead>
      <tbody>
        {selling.byRep.map(({ rep, repId, minutes, tiers }) => (
          <tr key={repId}>
            <Td className="pl-0!">{rep ?? <span className="text-faint">nobody’s account</span>}</Td>
            <Td>
              <span className="flex h-2 gap-px overflow-hidden rounded-bar print:h-4">
                {tiers.map((part) => (
                  <i
                    key={part.tier}
                    title={`${part.tier ?? 'Not scored'}: ${formatPercent(part.minutes / Math.max(1, minutes))}`}
                    style={{
                      width: `${(part.minutes / Math.max(1, minutes)) * 100}%`,
                      background: part.tier === null ? 'var(--line-strong)' : tierColour(part.tier),
                    }}
                    className="h-full overflow-hidden"
                  >
                    <span
                      aria-hidden
                      className="hidden pl-1 text-2xs/4 font-strong text-raise not-italic print:block"
                    >
                      {part.tier}
                    </span>
                  </i>
                ))}
              </span>
              <span className="sr-only">
                {tiers
                  .map(
                    (part) =>
                      `${part.tier ?? 'not scored'} ${formatPercent(part.minutes / Math.max(1, minutes))}`,
                  )
                  .join(', ')}
              </span>
            </Td>
            <Td align="right" className="pr-0!">
              <Link
                href={leadsBehindAddress(view.period, { of: 'worked', rep: repId ?? 'none' })}
                className="hover:underline"
              >
                {formatNumber(minutes / 60)}
              </Link>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
