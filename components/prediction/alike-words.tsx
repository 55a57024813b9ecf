import { formatNumber, formatPercent, formatPercentRange } from '@/components/ui/format';
import type { PredictionView } from '@/lib/leads/prediction-view';

/** What became of leads that scored alike, in a sentence, with the counts. */
export function AlikeWords({ alike, all }: Pick<PredictionView, 'alike' | 'all'>) {
  const others = all.rate === null ? '' : `; of all, ${formatPercent(all.rate)}`;
  if (!alike || alike.closed === 0) return <>No closed deal that was held out scored alike{others}.</>;
  const { low, high, won, closed, rate, interval } = alike;
  return (
    <>
      Of {formatNumber(closed)} held-out deals that scored {low}–{high}, {formatNumber(won)} won
      {rate === null || interval === null ? (
        ': too few to say more'
      ) : (
        <>
          : <strong className="font-strong">{formatPercent(rate)}</strong> (
          {formatPercentRange(interval.low, interval.high)})
        </>
      )}
      {others}.
    </>
  );
}
