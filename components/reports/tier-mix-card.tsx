import Link from 'next/link';
import { placeMarks, prepareMixBars } from '@/components/charts/prepare-mix-bars';
import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour } from '@/components/scores/tier-colour';
import { formatCount, formatNumber, formatPercent } from '@/components/ui/format';
import { buildAddress } from '@/lib/leads/address';
import type { DriftView } from '@/lib/reports/loaders';
import { monthOf } from '@/lib/reports/period';
import { csvAddress } from './report-address';
import { ChartNote, ReportCard } from './report-card';
import { formatDay, formatMonthLetter } from './report-words';

/** How the leads divided into tiers when each month began, and now; each tier on a scale of its own. */
export function TierMixCard({ moved, className }: { moved: DriftView; className?: string }) {
  const { mix, tiers, versions, view } = moved;
  const last = mix.at(-1);
  // The list of leads knows the present only.
  const isPresent = view.period.to === view.months[0];
  const marks = placeMarks(
    mix.map(({ at }) => ({ at: at.getTime() })),
    versions.map(({ at, number }) => ({ at: at.getTime(), label: `v${number}` })),
  );
  return (
    <ReportCard
      title="Tier mix over time"
      note={`${view.period.segment ? 'all leads, not only the segment,' : 'all leads'} when a month began, and now; each tier on its own scale, from zero`}
      csvHref={csvAddress('tier-mix', view.period)}
      counts={last ? `${formatCount(last.all, 'lead')} on ${formatDay(last.at)}` : 'No month is over yet'}
      leadsHref={last && isPresent ? '/leads' : undefined}
      className={className}
    >
      {last ? (
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-end gap-x-3 gap-y-2">
          <span />
          <span className="relative h-4 text-2xs text-faint" aria-hidden>
            {marks.map(({ label, place }) => (
              <span
                key={label}
                style={{ left: `${place}%` }}
                className="absolute -translate-x-1/2 first:translate-x-0"
              >
                {label}
              </span>
            ))}
          </span>
          <span />
          {tiers.map((tier) => (
            <TierRow key={tier} tier={tier} moved={moved} marks={marks} isPresent={isPresent} />
          ))}
          <span />
          <span aria-hidden className="flex text-2xs text-faint">
            {mix.map(({ at }, index) => (
              <span key={at.getTime()} className="grow basis-0 text-center">
                {index === mix.length - 1 ? 'now' : formatMonthLetter(monthOf(at))}
              </span>
            ))}
          </span>
          <span />
        </div>
      ) : (
        <p className="text-soft">
          The mix is counted when a month begins; scores are not kept that long yet.
        </p>
      )}
      <ChartNote>
        Dashed: a rubric version went live. A tier that swells without better close rates has been watered
        down.
      </ChartNote>
    </ReportCard>
  );
}

interface TierRowProps {
  tier: string;
  moved: DriftView;
  marks: readonly { label: string; place: number }[];
  /** Whether the last bar is of now. */
  isPresent: boolean;
}

function TierRow({ tier, moved: { mix }, marks, isPresent }: TierRowProps) {
  const points = mix.map(({ at, all, tiers }) => {
    const count = tiers.find((row) => row.tier === tier)?.leads ?? 0;
    return { at: at.getTime(), count, all };
  });
  const bars = prepareMixBars(points);
  const now = bars.at(-1);
  const leads = `${formatNumber(points.at(-1)?.count ?? 0)} leads`;
  return (
    <>
      <span className="self-center">
        <TierBadge tier={tier} />
      </span>
      <ol
        aria-label={`Share of tier ${tier}`}
        className="relative flex h-16 items-end gap-1 border-b border-line-strong"
      >
        {marks.map(({ label, place }) => (
          <li
            key={label}
            aria-hidden
            style={{ left: `${place}%` }}
            className="absolute inset-y-0 border-l border-dashed border-line-strong"
          />
        ))}
        {bars.map(({ at, height, share }, index) => (
          <li
            key={at}
            className="flex h-full min-w-0 grow basis-0 items-end"
            title={sayBar(at, share, points[index]?.count ?? 0)}
          >
            <i
              aria-hidden
              style={{
                height: `${height}%`,
                background:
                  index === bars.length - 1
                    ? tierColour(tier)
                    : `color-mix(in srgb, ${tierColour(tier)} 45%, var(--raise))`,
              }}
              className="w-full rounded-t-[2px]"
            />
            <span className="sr-only">{sayBar(at, share, points[index]?.count ?? 0)}</span>
          </li>
        ))}
      </ol>
      <span className="self-center text-right whitespace-nowrap">
        <span className="block font-strong">{formatPercent(now?.share ?? 0, 1)}</span>
        <span className="block text-2xs text-soft">
          {isPresent ? (
            <Link href={buildAddress('/leads', { tier: [tier] })} className="hover:underline">
              {leads}
            </Link>
          ) : (
            leads
          )}
        </span>
      </span>
    </>
  );
}

function sayBar(at: number, share: number, count: number): string {
  return `${formatDay(new Date(at))}: ${formatPercent(share, 1)}, ${formatNumber(count)} leads`;
}
