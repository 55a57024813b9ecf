import Link from 'next/link';
import { GivenLine } from '@/components/leads/given-line';
import { NextTierLine } from '@/components/leads/next-change';
import { LeadWork, WorkGrid } from '@/components/leads/lead-work';
import { ReachLinks } from '@/components/leads/reach-links';
import { ResponseClock } from '@/components/leads/response-clock';
import { TimelineShort } from '@/components/leads/timeline-list';
import { WhySummary } from '@/components/leads/why-summary';
import { PredictionBrief } from '@/components/prediction/prediction-brief';
import { ScoreSummary } from '@/components/scores/score-figure';
import { TierBadge } from '@/components/scores/tier-badge';
import { EmptyState } from '@/components/ui/empty-state';
import { PanelSection } from '@/components/ui/side-panel';
import type { TimelineEntry } from '@/lib/activities/timeline';
import type { LeadPanelView } from '@/lib/leads/loaders';

export interface LeadPanelProps {
  /** Null when the lead is gone. */
  view: LeadPanelView | null;
  timeline: readonly TimelineEntry[];
}

/** A lead beside the queue: who, how much, why, what to do, what happened. */
export function LeadPanel({ view, timeline }: LeadPanelProps) {
  if (!view) {
    return (
      <EmptyState title="This lead is gone">
        It was erased or merged into another. Choose the next one.
      </EmptyState>
    );
  }
  const { lead, outlook, prediction, work, owners } = view;
  const allowed = work.mayWork && work.refusal === null;
  return (
    <LeadWork
      key={lead.id}
      lead={{ id: lead.id, name: lead.name, ownerId: lead.owner?.id ?? null }}
      owners={owners}
      reasons={view.reasons}
      allowed={allowed}
    >
      <PanelHead view={view} />
      {outlook ? (
        <>
          <PanelSection>
            <ScoreSummary score={outlook.score} fit={outlook.fit} intent={outlook.intent} />
          </PanelSection>
          <PanelSection title="Why this score" note={`rubric v${outlook.rubric.number}`}>
            {outlook.disqualifiers.map(({ id, label }) => (
              <p key={id} className="text-bad">
                Disqualified: {label}
              </p>
            ))}
            <WhySummary why={outlook.why} />
            <NextTierLine outlook={{ ...outlook, tiers: outlook.rubric.tiers }} />
          </PanelSection>
        </>
      ) : (
        <PanelSection className="text-soft">This lead has not been scored yet.</PanelSection>
      )}
      {prediction ? (
        <PanelSection
          title="Predictive score"
          note={
            <Link href={`/leads/${lead.id}`} className="text-accent">
              All reasons
            </Link>
          }
        >
          <PredictionBrief prediction={prediction} />
        </PanelSection>
      ) : null}
      {allowed || work.refusal ? (
        <PanelSection className="sticky bottom-0 z-10 -mt-px border-t bg-bg">
          {allowed ? <WorkGrid /> : <p className="text-soft">{work.refusal}</p>}
        </PanelSection>
      ) : null}
      <PanelSection
        title="Timeline"
        note={
          <Link href={`/leads/${lead.id}`} className="text-accent">
            All of it
          </Link>
        }
      >
        {timeline.length > 0 ? (
          <TimelineShort entries={timeline} />
        ) : (
          <p className="text-soft">Nothing yet.</p>
        )}
      </PanelSection>
    </LeadWork>
  );
}

function PanelHead({ view }: { view: LeadPanelView }) {
  const { lead, outlook, clock, companyLine, given } = view;
  const tier = outlook?.tier ?? lead.stored?.tier;
  const title = typeof lead.attributes.title === 'string' ? lead.attributes.title : '';
  return (
    <PanelSection className="flex items-start gap-2.5">
      {tier ? <TierBadge tier={tier} size="lg" /> : null}
      <div className="min-w-0 grow">
        <h2 className="text-base">
          <Link href={`/leads/${lead.id}`} className="inline-block min-h-6 leading-6 hover:underline">
            {lead.name}
          </Link>
        </h2>
        <div className="text-soft">
          {title}
          {title && lead.company ? ' · ' : null}
          {lead.company ? <Link href={`/leads?company=${lead.company.id}`}>{lead.company.name}</Link> : null}
        </div>
        <div className="text-xs text-faint">{companyLine}</div>
        <ReachLinks lead={lead} />
        <GivenLine given={given} />
      </div>
      <ResponseClock clock={clock} tier={tier} long className="shrink-0 text-xs" />
    </PanelSection>
  );
}
