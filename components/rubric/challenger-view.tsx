'use client';

import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatCount } from '@/components/ui/format';
import { InstantTime } from '@/components/ui/relative-time';
import type { Mover, OutcomeEffect } from '@/lib/effects/types';
import type { RubricDocument } from '@/lib/rubrics/data';
import { listDraftChanges } from '@/lib/rubrics/list-changes';
import { ChangeList } from './change-list';
import { EffectPanel } from './effect-panel';
import { MoverRow } from './mover-row';
import { OutcomesCard } from './outcomes-card';
import { RubricSplit } from './rubric-split';
import type { SideNames } from './side-names';
import { useEffectOnLeads, type EffectState } from './use-effect-on-leads';
import { useLeadNames } from './use-lead-names';

export interface ChallengerViewProps {
  live: RubricDocument;
  challenger: RubricDocument;
}

const MOVERS = 10;

/** A challenger beside the live version: in what it differs, whom it would swap, and how both would have done. */
export function ChallengerView({ live, challenger }: ChallengerViewProps) {
  const since = challenger.shadowedAt?.getTime();
  const state = useEffectOnLeads(live.document, challenger.document, { since, movers: MOVERS });
  const names = { before: `v${live.number}`, after: `v${challenger.number}` };
  const changes = listDraftChanges(live.draft, challenger.draft);
  return (
    <RubricSplit
      panel={
        <EffectPanel
          title="Would it route otherwise?"
          state={state}
          names={names}
          before={live.document}
          after={challenger.document}
        />
      }
    >
      <div className="flex flex-col gap-3 px-4 py-3.5 max-md:px-3">
        <Card>
          <CardHeader
            title={`From ${names.before} to ${names.after}`}
            note={formatCount(changes.length, 'difference')}
          />
          <CardBody className="py-1">
            {challenger.note ? <p className="py-1.5 break-words text-soft">{challenger.note}</p> : null}
            <ChangeList changes={changes} />
          </CardBody>
        </Card>
        <SwapSet state={state} names={names} />
        {state.kind === 'ready' && state.answer.outcomesSince ? (
          <SinceStart outcomes={state.answer.outcomesSince} names={names} startedAt={challenger.shadowedAt} />
        ) : null}
      </div>
    </RubricSplit>
  );
}

interface SinceStartProps {
  outcomes: OutcomeEffect;
  names: SideNames;
  startedAt: Date | null;
}

/** The trial proper: deals whose leads were engaged after the challenger was written down. */
function SinceStart({ outcomes, names, startedAt }: SinceStartProps) {
  if (outcomes.deals === 0) {
    return (
      <Card>
        <CardHeader title="Since it runs" />
        <CardBody>
          <p className="text-soft">
            No deal has closed yet whose lead was first engaged
            {startedAt ? (
              <>
                {' '}
                after <InstantTime at={startedAt} format="long" />
              </>
            ) : null}
            . Those that will are the fairest test: nobody knew them when it was written.
          </p>
        </CardBody>
      </Card>
    );
  }
  return <OutcomesCard outcomes={outcomes} names={names} title="Since it runs" />;
}

function SwapSet({ state, names }: { state: EffectState; names: SideNames }) {
  if (state.kind !== 'ready') return null;
  const { intoBest, outOfBest, tiersAfter, tiersBefore, moves } = state.answer.leads;
  const [best = ''] = tiersAfter;
  const into = moves.slice(1).reduce((sum, row) => sum + (row[0] ?? 0), 0);
  const outOf = (moves[0] ?? []).slice(1).reduce((sum, count) => sum + count, 0);
  return (
    <div className="grid items-start gap-3 xl:grid-cols-2">
      <SwapCard title={`${best} under ${names.after} alone`} count={into} movers={intoBest} />
      <SwapCard
        title={`${tiersBefore[0] ?? ''} under ${names.before} alone`}
        count={outOf}
        movers={outOfBest}
      />
    </div>
  );
}

interface SwapCardProps {
  title: string;
  count: number;
  /** The first of them. */
  movers: readonly Mover[];
}

function SwapCard({ title, count, movers }: SwapCardProps) {
  const names = useLeadNames(movers.map(({ leadId }) => leadId));
  return (
    <Card>
      <CardHeader title={title} note={formatCount(count, 'lead')} />
      <CardBody className="py-0.5">
        {movers.length === 0 ? (
          <p className="py-2 text-soft">Nobody.</p>
        ) : (
          <ul>
            {movers.map((mover) => (
              <MoverRow key={mover.leadId} mover={mover} lead={names.get(mover.leadId)} />
            ))}
          </ul>
        )}
        {count > movers.length ? (
          <p className="border-t border-line py-2 text-xs text-faint">
            The {movers.length} that move the most, of {formatCount(count, 'lead')}.
          </p>
        ) : null}
      </CardBody>
    </Card>
  );
}
