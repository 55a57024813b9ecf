import type { DriftView as Moved } from '@/lib/reports/loaders';
import { CriteriaDriftCard } from './criteria-drift-card';
import { DriftCard } from './drift-card';
import { ReviewCard } from './review-card';
import { TierMixCard } from './tier-mix-card';

/** Are today's leads still like those that the close rates were measured on. */
export function DriftView({ moved }: { moved: Moved }) {
  return (
    <div className="@container grid grid-cols-12 items-start gap-3 *:col-span-full">
      <ReviewCard moved={moved} />
      <TierMixCard moved={moved} className="@5xl:col-span-6" />
      <DriftCard moved={moved} className="@5xl:col-span-6" />
      <CriteriaDriftCard moved={moved} />
    </div>
  );
}
