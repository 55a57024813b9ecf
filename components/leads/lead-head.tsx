import Link from 'next/link';
import type { ReactNode } from 'react';
import { AxisBar } from '@/components/scores/axis-bars';
import { ScoreFigure } from '@/components/scores/score-figure';
import { TierBadge } from '@/components/scores/tier-badge';
import { Avatar } from '@/components/ui/avatar';
import { InstantTime } from '@/components/ui/relative-time';
import type { LeadView } from '@/lib/leads/loaders';
import { GivenLine } from './given-line';
import { ReachLinks } from './reach-links';
import { ResponseClock } from './response-clock';
import { describeState } from './state-words';

/** Who the lead is, and the facts one wants before calling. */
export function LeadHead({ view, now }: { view: LeadView; now: number }) {
  const { lead, outlook, companyLine, given } = view;
  const tier = outlook?.tier ?? lead.stored?.tier;
  const title = typeof lead.attributes.title === 'string' ? lead.attributes.title : '';
  return (
    <div className="grid items-center gap-x-8 gap-y-3 border-b border-line px-5 py-4 max-md:px-4 max-md:py-3.5 xl:grid-cols-[minmax(0,1fr)_auto]">
      <div className="flex min-w-0 items-center gap-3">
        {tier ? <TierBadge tier={tier} size="xl" /> : null}
        <div className="min-w-0">
          <h2 className="text-lg break-words">{lead.name}</h2>
          <div className="text-soft">
            {title}
            {title && lead.company ? ' · ' : null}
            {lead.company ? (
              <Link
                href={`/leads?company=${lead.company.id}`}
                className="font-strong text-text hover:underline"
              >
                {lead.company.name}
              </Link>
            ) : null}
          </div>
          <div className="text-xs text-soft">{companyLine}</div>
          <ReachLinks lead={lead} />
          <GivenLine given={given} />
        </div>
      </div>
      <div className="flex flex-wrap items-start gap-x-7 gap-y-3 max-md:grid max-md:grid-cols-[auto_minmax(0,1fr)_minmax(0,1fr)] max-md:gap-x-5">
        {outlook ? (
          <>
            <ScoreFigure score={outlook.score} />
            <AxisBar axis="fit" value={outlook.fit} className="w-24 gap-2.5 max-md:w-auto" />
            <AxisBar axis="intent" value={outlook.intent} className="w-24 gap-2.5 max-md:w-auto" />
          </>
        ) : (
          <Fact label="Score">not scored yet</Fact>
        )}
        <Fact label="Owner">
          {lead.owner ? (
            <>
              <Avatar name={lead.owner.name} decorative />
              {lead.owner.name}
            </>
          ) : (
            'Nobody'
          )}
        </Fact>
        <Fact label="State">
          <span>
            {describeState(lead, now)}
            {lead.snoozedUntil !== null && lead.snoozedUntil > now ? (
              <>
                {' '}
                until <InstantTime at={lead.snoozedUntil} format="weekday" />
              </>
            ) : null}
          </span>
        </Fact>
        {view.clock?.kind === 'running' ? (
          <Fact label="Answer due">
            <ResponseClock clock={view.clock} tier={tier} long />
          </Fact>
        ) : null}
      </div>
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span className="text-xs text-soft">{label}</span>
      <span className="flex items-center gap-1.5 font-medium">{children}</span>
    </div>
  );
}
