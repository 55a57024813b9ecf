import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { ItemFlags } from '@/components/flags/item-flags';
import { BASIS_WORDS } from '@/components/duplicates/basis-words';
import { PredictionReasons } from '@/components/prediction/prediction-reasons';
import { ButtonLink } from '@/components/ui/button';
import { DownloadLink } from '@/components/ui/download-link';
import { InstantTime } from '@/components/ui/relative-time';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { LeadView } from '@/lib/leads/loaders';
import type { QueuePlace } from '@/lib/queue/data';
import { ColleagueList } from './colleagues';
import { EraseLead } from './erase-lead';
import { LeadFacts } from './lead-facts';
import { LeadHead } from './lead-head';
import { LeadHistory } from './lead-history';
import { LeadWork, WorkBar, WorkFoot } from './lead-work';
import { LiftPanel } from './lift-panel';
import { NextChange } from './next-change';
import { QueueWalk } from './queue-walk';
import { TimelineSection, type TimelineSectionProps } from './timeline-section';
import { WhyExplained } from './why-explained';

export interface LeadScreenProps {
  view: LeadView;
  timeline: TimelineSectionProps['timeline'];
  /** Where the lead stands in the viewer's own queue. */
  place: QueuePlace | null;
  /** The server's instant, in milliseconds. */
  now: number;
}

/** The page of a lead: who they are, why they score so, when that changes, what happened, who else is there. */
export function LeadScreen({ view, timeline, place, now }: LeadScreenProps) {
  const { lead, work, owners } = view;
  return (
    <LeadWork
      key={lead.id}
      lead={{ id: lead.id, name: lead.name, ownerId: lead.owner?.id ?? null }}
      owners={owners}
      reasons={view.reasons}
      allowed={work.mayWork && work.refusal === null}
    >
      <PageHeader
        title={lead.name}
        crumbs={[place ? { href: '/queue', label: 'Queue' } : { href: '/leads', label: 'Leads' }]}
        meta={place ? <QueueWalk place={place} /> : work.refusal}
        withoutSearch
        actions={<WorkBar />}
      />
      <PageBody>
        <LeadHead view={view} now={now} />
        <LikelyDuplicates view={view} />
        <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_400px] max-lg:flex max-lg:flex-col">
          <div className="min-w-0 max-lg:contents">
            <WhySection view={view} />
            <Section title="Score over time" order="max-lg:order-3">
              <LeadHistory view={view} />
            </Section>
            <Section title="Timeline" order="max-lg:order-6" last>
              <TimelineSection leadId={lead.id} timeline={timeline} />
            </Section>
          </div>
          <Rail view={view} />
        </div>
      </PageBody>
      <WorkFoot />
    </LeadWork>
  );
}

function LikelyDuplicates({ view }: { view: LeadView }) {
  const { lead, duplicates, mayMerge } = view;
  if (duplicates.length === 0) return null;
  return (
    <ul className="border-b border-line bg-sunk px-5 py-2 max-md:px-4">
      {duplicates.map(({ id, name, email, basis }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-0.5">
          <span className="min-w-0 break-words">
            May be the same person as <b className="font-strong">{name}</b>{' '}
            <span className="text-soft">
              {email ? `${email}, ` : ''}
              {BASIS_WORDS[basis]}
            </span>
          </span>
          {mayMerge ? (
            <ButtonLink size="sm" href={`/leads/${lead.id}/merge?with=${id}`}>
              Compare
            </ButtonLink>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function WhySection({ view }: { view: LeadView }) {
  const { outlook, lead } = view;
  if (!outlook) {
    return (
      <Section title="Why this score" order="max-lg:order-1">
        <p className="text-soft">This lead has not been scored yet; it will be within moments.</p>
      </Section>
    );
  }
  return (
    <Section
      title="Why this score"
      order="max-lg:order-1"
      note={
        <>
          Rubric v{outlook.rubric.number}, scored{' '}
          <InstantTime at={lead.stored?.scoredAt ?? outlook.asOf} format="day" />{' '}
          <InstantTime at={lead.stored?.scoredAt ?? outlook.asOf} format="time" />
        </>
      }
    >
      {outlook.disqualifiers.map(({ id, label, condition }) => (
        <p key={id} className="mb-1.5 text-bad">
          Disqualified: {label} <span className="text-xs text-soft">{condition}</span>
          <ItemFlags kind="disqualifier" itemId={id} label={label} />
        </p>
      ))}
      <WhyExplained why={outlook.why} fitWeight={outlook.rubric.fitWeight} />
    </Section>
  );
}

function Rail({ view }: { view: LeadView }) {
  const { lead, outlook, prediction, colleagues, facts } = view;
  return (
    <aside aria-label="More about this lead" className="min-w-0 border-l border-line max-lg:contents">
      {outlook ? (
        <Section title="When does this change" order="max-lg:order-2">
          <NextChange outlook={{ ...outlook, tiers: outlook.rubric.tiers }} />
        </Section>
      ) : null}
      {outlook?.lift ? (
        <Section
          title={`What would ${outlook.lift.keeps ? 'keep' : 'make'} it ${outlook.lift.aim}`}
          order="max-lg:order-2"
        >
          <LiftPanel lift={outlook.lift} />
        </Section>
      ) : null}
      {prediction ? (
        <Section title="Predictive score" order="max-lg:order-2">
          <PredictionReasons prediction={prediction} />
        </Section>
      ) : null}
      {lead.company && colleagues ? (
        <Section
          title={`People of ${lead.company.name}`}
          order="max-lg:order-4"
          note={`${colleagues.active} of ${colleagues.total} active in 30 days`}
        >
          <ColleagueList colleagues={colleagues} companyId={lead.company.id} />
        </Section>
      ) : null}
      <Section title="Facts" order="max-lg:order-5" note="source, when changed">
        <LeadFacts facts={facts} />
      </Section>
      <LeadRecord view={view} />
    </aside>
  );
}

/** What can be done with the lead's record as a whole. */
function LeadRecord({ view }: { view: LeadView }) {
  const { lead, mayMerge, mayExport, held } = view;
  if (!mayMerge && !mayExport && !held) return null;
  return (
    <div className="flex gap-1.5 px-5 py-4 max-lg:order-7 max-md:px-4 max-md:py-3.5">
      {mayMerge ? <ButtonLink href={`/leads/${lead.id}/merge`}>Merge</ButtonLink> : null}
      {mayExport ? <DownloadLink href={`/api/leads/${lead.id}/export`}>Export</DownloadLink> : null}
      {held ? <EraseLead lead={{ id: lead.id, name: lead.name }} held={held} /> : null}
    </div>
  );
}

interface SectionProps {
  title: string;
  note?: ReactNode;
  /** Its place on a narrow screen, where both columns become one. */
  order: string;
  /** The last of its column. */
  last?: boolean;
  children: ReactNode;
}

function Section({ title, note, order, last = false, children }: SectionProps) {
  return (
    <section
      className={clsx(
        'min-w-0 border-b border-line px-5 py-4 max-md:px-4 max-md:py-3.5',
        last && 'lg:border-b-0',
        order,
      )}
    >
      <div className="mb-1.5 flex flex-wrap items-baseline gap-x-2">
        <h2>{title}</h2>
        {note ? <span className="ml-auto text-xs text-soft">{note}</span> : null}
      </div>
      {children}
    </section>
  );
}
