import { RotateCw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import type { Cut } from '@/lib/rubrics/edit-rubric';
import type { TierMinimum } from '@/lib/rubrics/edit-tiers';
import type { Rubric } from '@/lib/scoring/types';
import { GatheringNote } from './gathering-note';
import { GridCard } from './grid-card';
import { MoversCard } from './movers-card';
import { MovesCard } from './moves-card';
import { OutcomesCard } from './outcomes-card';
import { QueuesCard } from './queues-card';
import type { SideNames } from './side-names';
import { SpreadCard } from './spread-card';
import { TiersCard } from './tiers-card';
import type { EffectState } from './use-effect-on-leads';

/** What may be changed where the effect is shown. */
export interface EffectEditing {
  onMinimum: (tier: string, minimum: TierMinimum, value: number) => void;
  onCut: (cut: Cut, value: number) => void;
}

export interface EffectPanelProps {
  state: EffectState;
  names: SideNames;
  /** The two rubrics that are compared. */
  before: Rubric;
  after: Rubric;
  /** With it, thresholds are dragged in the charts. */
  editing?: EffectEditing;
  title?: string;
}

/** What one rubric does to every lead compared with another: beside a draft, while it is edited. */
export function EffectPanel(props: EffectPanelProps) {
  const { state, title = 'Effect on all leads' } = props;
  return (
    <section aria-labelledby="effect" className="flex flex-col gap-3 px-4 py-3.5 max-md:px-3">
      <header className="flex min-h-6 items-center gap-2">
        <h2 id="effect">{title}</h2>
        {state.kind === 'ready' ? (
          <>
            <span className="ml-auto text-xs text-faint">
              {formatCount(state.answer.leads.leadCount, 'lead')},{' '}
              {state.isCurrent ? 'as of ' : 'measuring …'}
              {state.isCurrent ? <InstantTime at={state.answer.leads.asOf} format="time" /> : null}
            </span>
            <Button variant="quiet" size="sm" iconOnly aria-label="Measure as of now" onClick={state.refresh}>
              <RotateCw size={13} aria-hidden />
            </Button>
          </>
        ) : null}
      </header>
      <PanelBody {...props} />
    </section>
  );
}

function PanelBody({ state, names, before, after, editing }: EffectPanelProps) {
  if (state.kind === 'loading') {
    return (
      <div role="status" className="flex flex-col gap-3">
        <GatheringNote>Gathering what is known of every lead. Edits show at once after that.</GatheringNote>
        <Skeleton className="h-32 w-full" />
        <Skeleton className="h-40 w-full" />
        <Skeleton className="h-44 w-full" />
      </div>
    );
  }
  if (state.kind === 'failed') {
    return (
      <div role="alert" className="flex flex-col items-start gap-2 text-soft">
        <p>The leads could not be measured. You can go on editing; the draft is saved all the same.</p>
        <Button onClick={state.refresh}>Try again</Button>
      </div>
    );
  }
  const { leads, outcomes } = state.answer;
  if (leads.leadCount === 0) {
    return (
      <EmptyState title="No leads yet">Import some, and this shows what each edit does to them.</EmptyState>
    );
  }
  return (
    <>
      <TiersCard effect={leads} names={names} />
      <MovesCard effect={leads} names={names} />
      {outcomes ? (
        <OutcomesCard outcomes={outcomes} names={names} />
      ) : (
        <Card>
          <CardHeader level={3} title="Would it have been better?" />
          <CardBody className="flex flex-col gap-2">
            <GatheringNote>
              Gathering closed deals, as their leads were when they were first engaged.
            </GatheringNote>
            <Skeleton className="h-28 w-full" />
          </CardBody>
        </Card>
      )}
      <MoversCard effect={leads} />
      <SpreadCard
        effect={leads}
        names={names}
        rubric={after}
        editing={editing && { onMinimum: editing.onMinimum, listDeals: state.listDeals }}
      />
      <GridCard effect={leads} names={names} before={before} after={after} onCut={editing?.onCut} />
      <QueuesCard effect={leads} names={names} />
    </>
  );
}
