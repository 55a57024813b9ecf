import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { PredictionCard } from '@/components/prediction/prediction-card';
import type { LearningView } from '@/lib/learning/loaders';
import type { LearningResult } from '@/lib/learning/schema';
import { ComparisonTable } from './comparison-table';
import { DraftButton } from './draft-button';
import { KeepButton } from './keep-button';
import { PointsTable } from './points-table';
import { ProposalTable } from './proposal-table';

export interface LearnedResultProps {
  view: LearningView;
  runId: string;
  keep: readonly string[];
  result: LearningResult;
}

function LeftOutCard({
  result,
  keep,
  mayLearn,
}: {
  result: LearningResult;
  keep: readonly string[];
  mayLearn: boolean;
}) {
  if (result.leftOut.length === 0) return null;
  return (
    <Card>
      <CardHeader title="Left out" note="not learned from, or only in part" />
      <CardBody flush>
        <ul>
          {result.leftOut.map(({ column, kind, reason }) => (
            <li
              key={column}
              className="flex flex-wrap items-center gap-x-3 border-b border-line px-3 py-2 last:border-0"
            >
              <span className="min-w-0 grow">
                <strong className="font-strong">{column}</strong> <span className="text-soft">{reason}</span>
              </span>
              {kind === 'leak' && mayLearn ? <KeepButton field={column} kept={keep} /> : null}
            </li>
          ))}
        </ul>
      </CardBody>
    </Card>
  );
}

/** What a run found: how good it is, each number with its reason, what was left out, what is proposed for the live rubric. */
export function LearnedResult({ view, runId, keep, result }: LearnedResultProps) {
  const { mayLearn, draftRevision, draftCriteria, predicting } = view;
  return (
    <>
      <ComparisonTable result={result} />
      <PredictionCard
        runId={result.criteria.length > 0 ? runId : null}
        predicting={predicting}
        mayChoose={mayLearn}
      />
      <Card>
        <CardHeader
          title="The rubric that was learned"
          note={`${result.criteria.length} criteria`}
          actions={mayLearn ? <DraftButton runId={runId} revision={draftRevision} /> : undefined}
        />
        <CardBody flush>
          <PointsTable criteria={result.criteria} />
        </CardBody>
      </Card>
      {result.proposals.length === 0 ? null : (
        <Card>
          <CardHeader
            title="Not in the live rubric, but telling"
            note="attributes and events that no criterion uses"
          />
          <CardBody flush>
            <ProposalTable
              runId={runId}
              proposals={result.proposals}
              drafted={draftCriteria}
              mayAdd={mayLearn}
            />
          </CardBody>
        </Card>
      )}
      <LeftOutCard result={result} keep={keep} mayLearn={mayLearn} />
    </>
  );
}
