import type { UseView as Use } from '@/lib/reports/loaders';
import { AnswerEffectCard } from './answer-effect-card';
import { QualificationCard } from './qualification-card';
import { ResponseCard } from './response-card';
import { ResponseRepCard } from './response-rep-card';
import { SellingCard } from './selling-card';

/** Is it used: what the team does with the tiers. */
export function UseView({ use }: { use: Use }) {
  return (
    <div className="@container grid grid-cols-12 items-start gap-3 *:col-span-full">
      <div className="flex flex-col gap-3 @5xl:col-span-6">
        <ResponseCard use={use} />
        <ResponseRepCard use={use} />
        <AnswerEffectCard use={use} />
      </div>
      <div className="flex flex-col gap-3 @5xl:col-span-6">
        <SellingCard use={use} />
        <QualificationCard use={use} />
      </div>
    </div>
  );
}
