import { SignedPoints } from '@/components/scores/signed-points';
import type { PredictionView } from '@/lib/leads/prediction-view';
import { AlikeWords } from './alike-words';

/** The predictive score in the width of a panel: the figure, what it came to, and what moves it most. */
export function PredictionBrief({ prediction }: { prediction: PredictionView }) {
  const { score, strongest } = prediction;
  return (
    <>
      <p className="text-soft">
        <strong className="font-semibold text-text">{score}</strong> of 100. <AlikeWords {...prediction} />
      </p>
      <ul className="mt-1">
        {strongest.map(({ id, label, worth }) => (
          <li key={id} className="flex min-h-7 items-center gap-3">
            <span className="min-w-0 grow">{label}</span>
            <SignedPoints points={worth} className="w-13 shrink-0 text-right" />
          </li>
        ))}
      </ul>
    </>
  );
}
