import { PredictionCard } from '@/components/prediction/prediction-card';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { formatNumber } from '@/components/ui/format';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { RelativeTime } from '@/components/ui/relative-time';
import type { LearningView } from '@/lib/learning/loaders';
import { LearnButton } from './learn-button';
import { LearnedResult } from './learned-result';
import { LearningProgress } from './learning-progress';

function StateOfData({ view }: { view: LearningView }) {
  const { counts, missing } = view;
  return (
    <Card>
      <CardHeader
        title="What there is to learn from"
        note="leads with a closed deal, as they were when a rep first engaged them"
      />
      <CardBody>
        <p>
          <strong className="font-semibold">{formatNumber(counts.won)}</strong> won and{' '}
          <strong className="font-semibold">{formatNumber(counts.lost)}</strong> lost. Attributes count as
          they were known then, events only if they had happened. The newest 30 % are held out, to see how
          good it is.
        </p>
        {missing === null ? null : <p className="mt-2 text-bad">{missing}</p>}
      </CardBody>
    </Card>
  );
}

/** Points learned from closed deals: what there is, what was found and how good it is; people make it a draft. */
export function LearningScreen({ view }: { view: LearningView }) {
  const { run, mayLearn, missing, predicting } = view;
  const isActive = run?.state === 'waiting' || run?.state === 'running';
  const canRun = mayLearn && missing === null && !isActive;
  return (
    <>
      <PageHeader
        title="Learn from deals"
        crumbs={[{ href: '/rubric', label: 'Rubric' }]}
        meta={run?.finishedAt ? <RelativeTime at={run.finishedAt} /> : undefined}
        actions={canRun ? <LearnButton again={run !== null} /> : undefined}
      />
      <PageBody padded>
        <div className="flex flex-col gap-4">
          <StateOfData view={view} />
          {isActive ? <LearningProgress run={run} /> : null}
          {run?.state === 'failed' ? (
            <p role="alert" className="text-bad">
              {run.error}
            </p>
          ) : null}
          {predicting && !run?.result ? (
            <PredictionCard runId={null} predicting={predicting} mayChoose={mayLearn} />
          ) : null}
          {run?.result ? (
            <LearnedResult view={view} runId={run.id} keep={run.keep} result={run.result} />
          ) : null}
          {run === null && missing === null ? (
            <EmptyState title="Nothing was learned yet">
              Learning proposes criteria and points, each with its reason, and compares them with the live
              rubric. It changes nothing by itself.
            </EmptyState>
          ) : null}
        </div>
      </PageBody>
    </>
  );
}
