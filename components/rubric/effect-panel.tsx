import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import { Skeleton } from '@/components/ui/skeleton';
import { MoversCard } from './movers-card';
import { MovesCard } from './moves-card';
import { TiersCard } from './tiers-card';
import type { EffectState } from './use-effect-on-leads';

export interface EffectPanelProps {
  state: EffectState;
  /** Number of the live version. */
  liveNumber: number;
}

/** What the draft does to every lead, while it is edited. */
export function EffectPanel({ state, liveNumber }: EffectPanelProps) {
  return (
    <section aria-labelledby="effect" className="flex flex-col gap-3 px-4 py-3.5 max-md:px-3">
      <header className="flex items-baseline gap-2">
        <h2 id="effect">Effect on all leads</h2>
        {state.kind === 'ready' ? (
          <span className="ml-auto text-xs text-faint">
            {formatCount(state.effect.leadCount, 'lead')}, as of <InstantTime at={state.asOf} format="time" />
          </span>
        ) : null}
      </header>
      <PanelBody state={state} liveNumber={liveNumber} />
    </section>
  );
}

function PanelBody({ state, liveNumber }: EffectPanelProps) {
  if (state.kind === 'loading') {
    return (
      <div role="status" aria-label="Measuring every lead" className="flex flex-col gap-3">
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
        <Button onClick={state.retry}>Try again</Button>
      </div>
    );
  }
  if (state.effect.leadCount === 0) {
    return (
      <EmptyState title="No leads yet">Import some, and this shows what each edit does to them.</EmptyState>
    );
  }
  return (
    <>
      <TiersCard effect={state.effect} liveNumber={liveNumber} />
      <MovesCard effect={state.effect} liveNumber={liveNumber} />
      <MoversCard effect={state.effect} leadIds={state.leadIds} />
    </>
  );
}
