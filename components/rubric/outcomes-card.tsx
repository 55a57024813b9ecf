import { PairedIntervalChart } from '@/components/charts/paired-interval-chart';
import { TierBadge } from '@/components/scores/tier-badge';
import { tierColour } from '@/components/scores/tier-colour';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatCount } from '@/components/ui/format';
import type { CloseRate } from '@/lib/calibration/close-rate';
import type { OutcomeEffect } from '@/lib/effects/types';
import { sayDiscrimination, sayLift, saySwap } from './outcome-words';
import type { SideNames } from './side-names';

export interface OutcomesCardProps {
  outcomes: OutcomeEffect;
  names: SideNames;
  title?: string;
}

/** Whether the second rubric would have told won deals from lost ones better, at the first engagement of their leads. */
export function OutcomesCard({ outcomes, names, title = 'Would it have been better?' }: OutcomesCardProps) {
  const { before, after, deals } = outcomes;
  const tiers = [...new Set([...after.rates.tiers, ...before.rates.tiers].map(({ tier }) => tier))];
  const rateOf = (side: OutcomeEffect['before'], tier: string) =>
    side.rates.tiers.find((one) => one.tier === tier);
  return (
    <Card>
      <CardHeader
        level={3}
        title={title}
        note={`${formatCount(deals, 'closed deal')}, at first engagement`}
      />
      <CardBody className="flex flex-col gap-2">
        {deals > 0 ? (
          <PairedIntervalChart
            label={`Close rate by tier, ${names.before} and ${names.after}`}
            names={[names.before, names.after]}
            rows={tiers.map((tier) => ({
              key: tier,
              colour: tierColour(tier),
              before: toInterval(rateOf(before, tier)),
              after: toInterval(rateOf(after, tier)),
            }))}
            renderLabel={(tier) => <TierBadge tier={tier} />}
          />
        ) : null}
        <p>{sayLift(outcomes, names)}</p>
        <p className="text-xs text-soft">
          {sayDiscrimination(outcomes, names)} {saySwap(outcomes, names)}
        </p>
      </CardBody>
    </Card>
  );
}

function toInterval(rate: CloseRate | undefined) {
  const { won = 0, closed = 0 } = rate ?? {};
  return {
    hits: won,
    total: closed,
    rate: rate?.rate ?? undefined,
    low: rate?.interval?.low,
    high: rate?.interval?.high,
  };
}
