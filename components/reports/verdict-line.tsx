import { clsx } from 'clsx';
import type { VerdictKind } from '@/lib/calibration/verdict';
import type { Report } from '@/lib/reports/types';

const COLOUR: Record<VerdictKind, string> = {
  working: 'text-good',
  weak: 'text-warn',
  miscalibrated: 'text-bad',
  too_few: 'text-soft',
};

export interface VerdictLineProps {
  verdict: Report['verdict'];
  /** What it is judged by: "412 closed deals, leads first engaged Jan–Aug 2026". */
  basis: string;
}

/** Whether the tiers work, in one sentence, with its reason. */
export function VerdictLine({ verdict, basis }: VerdictLineProps) {
  const { kind, word, sentence, interval, reason } = verdict;
  return (
    <div>
      <h2 className="text-[20px]/[28px] font-semibold tracking-[-0.015em]">
        <span className={clsx(COLOUR[kind])}>{word}:</span> {sentence}
        {interval ? <span className="font-normal text-soft"> ({interval})</span> : null}
      </h2>
      <p className="text-soft">
        {basis}. {reason}
      </p>
    </div>
  );
}
