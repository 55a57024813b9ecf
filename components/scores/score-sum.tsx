import { formatNumber } from '@/components/ui/format';

export interface ScoreSumProps {
  /** Share of fit in the score, 0–1. */
  fitWeight: number;
  /** Whole points, 0–100 each. */
  fit: number;
  intent: number;
}

/** How the score follows from both axes: "= ½ × 70 + ½ × 30". */
export function ScoreSum({ fitWeight, fit, intent }: ScoreSumProps) {
  return (
    <>
      = {formatShare(fitWeight)} × {fit} + {formatShare(1 - fitWeight)} × {intent}
    </>
  );
}

function formatShare(share: number): string {
  return share === 0.5 ? '½' : formatNumber(share, 2);
}
