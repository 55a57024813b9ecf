import { WhySummary } from '@/components/leads/why-summary';
import { ScoreFigure } from '@/components/scores/score-figure';
import { ScoreSum } from '@/components/scores/score-sum';
import { InstantTime } from '@/components/ui/relative-time';
import type { PredictionView } from '@/lib/leads/prediction-view';
import { AlikeWords } from './alike-words';

/** The predictive score of a lead with its own reasons, which add up, and what became of those that scored alike. */
export function PredictionReasons({ prediction }: { prediction: PredictionView }) {
  const { score, why, fitWeight, learnedAt, isOwnDealKnown } = prediction;
  const [fit, intent] = why.axes;
  return (
    <>
      <div className="mb-2 flex items-center gap-4">
        <ScoreFigure score={score} label="Predicted" />
        <p className="min-w-0 text-soft">
          <AlikeWords {...prediction} />
        </p>
      </div>
      <WhySummary why={why} />
      <div className="flex min-h-8 items-center gap-2 border-t border-line-strong font-semibold">
        <span className="grow">
          Predicted{' '}
          <span className="text-xs font-normal text-soft">
            <ScoreSum fitWeight={fitWeight} fit={fit.now} intent={intent.now} />
          </span>
        </span>
        <span>{score}</span>
      </div>
      <p className="mt-1.5 text-xs text-soft">
        Learned from closed deals on <InstantTime at={learnedAt} />. Tier, queue and routing go by the rules
        alone.
        {isOwnDealKnown ? ' This lead’s own deal may be among those it was learned from.' : null}
      </p>
    </>
  );
}
