'use client';

import { Suspense, use } from 'react';
import { formatCount, formatNumber } from '@/components/ui/format';
import { Skeleton } from '@/components/ui/skeleton';
import type { CriterionFigures } from '@/lib/effects/types';
import { formatLift } from './lift-words';

export interface CriterionFiguresProps {
  criterionId: string;
  /** On its way from the database while the page already stands. */
  figures: Promise<readonly CriterionFigures[]>;
}

/** How many leads a criterion touches now, and its lift on closed deals. */
export function CriterionFiguresCell(props: CriterionFiguresProps) {
  return (
    <Suspense fallback={<Skeleton className="ml-auto h-3 w-9" />}>
      <Figures {...props} />
    </Suspense>
  );
}

function Figures({ criterionId, figures }: CriterionFiguresProps) {
  const found = use(figures).find((one) => one.criterionId === criterionId);
  const { leads = 0, closed = 0, lift = null } = found ?? {};
  return (
    <span
      title={`Touches ${formatCount(leads, 'lead')} now. Lift: how many times as often a deal was won with it as without, over ${formatCount(closed, 'closed deal')} with it.`}
      className="flex flex-col text-right text-xs leading-4"
    >
      <span className="text-soft">
        {formatNumber(leads)}
        <span className="sr-only"> leads,</span>
      </span>
      <span className="whitespace-nowrap text-faint">
        <span className="sr-only">lift </span>
        {formatLift(lift)}
      </span>
    </span>
  );
}
