import { TierBadge } from '@/components/scores/tier-badge';
import { InstantTime } from '@/components/ui/relative-time';
import { formatSigned } from '@/components/ui/format';
import type { ForecastStep } from '@/lib/forecast/types';

interface Outlook {
  score: number;
  tier: string;
  nextTier: ForecastStep | null;
  steps: readonly ForecastStep[];
  /** Whether nothing changes after the last step. */
  complete: boolean;
  tiers: readonly { name: string }[];
}

function rank(tiers: Outlook['tiers'], name: string): number {
  return tiers.findIndex((tier) => tier.name === name);
}

function isFall({ tiers, tier, nextTier }: Outlook): boolean {
  return nextTier !== null && rank(tiers, nextTier.tier) > rank(tiers, tier);
}

/** "Falls to B on 9 December unless something new happens", for a panel; nothing when no change of tier is in sight. */
export function NextTierLine({ outlook }: { outlook: Outlook }) {
  const { nextTier } = outlook;
  if (!nextTier) return null;
  return (
    <p className="mt-2.5 text-xs text-soft">
      {isFall(outlook) ? 'Falls' : 'Rises'} to {nextTier.tier} on{' '}
      <InstantTime at={nextTier.at} format="long" className="font-strong text-text" /> unless something new
      happens.
    </p>
  );
}

/** When the tier changes by time alone, and the steps on the way. */
export function NextChange({ outlook }: { outlook: Outlook }) {
  const { nextTier, steps, complete, score, tier } = outlook;
  if (steps.length === 0) {
    return (
      <p className="text-soft">
        Nothing in this score changes with time. It stays {score} until something happens.
      </p>
    );
  }
  return (
    <>
      <p className="mb-2.5 text-sm">
        {nextTier ? (
          <>
            {isFall(outlook) ? 'Falls' : 'Rises'} to <TierBadge tier={nextTier.tier} size="sm" /> on{' '}
            <InstantTime at={nextTier.at} format="long" className="font-strong" />,{' '}
            <InstantTime at={nextTier.at} format="time" />, unless something new happens.
          </>
        ) : (
          <>
            Stays <TierBadge tier={tier} size="sm" />{' '}
            {complete ? 'whatever time does' : 'for the next half year'}, unless something new happens.
          </>
        )}
      </p>
      <ol className="text-xs">
        {steps.map((step, index) => (
          <Step key={step.at} step={step} last={complete && index === steps.length - 1} first={index === 0} />
        ))}
      </ol>
    </>
  );
}

interface StepProps {
  step: ForecastStep;
  first: boolean;
  last: boolean;
}

function Step({ step, first, last }: StepProps) {
  return (
    <li className="grid grid-cols-[76px_minmax(0,1fr)_auto] gap-x-3 border-t border-line py-1.5 leading-[18px]">
      <span className="text-soft">
        <InstantTime at={step.at} format="weekday" />
        <br />
        <InstantTime at={step.at} format="time" />
      </span>
      <span>
        <Words step={step} first={first} last={last} />
      </span>
      <span className="flex items-center gap-2">
        <span className="text-soft">{step.scoreBefore} →</span>
        <span className="font-strong">{step.score}</span>
        <TierBadge tier={step.tier} size="sm" />
      </span>
    </li>
  );
}

function Words({ step, first, last }: StepProps) {
  const { moved } = step;
  if (last) return <>The last change by time alone{moved ? `: ${moved.label.toLowerCase()}` : ''}</>;
  if (!moved) return <>Limits no longer hold</>;
  if (!moved.fades && Math.abs(moved.change) >= 0.5) {
    return (
      <>
        {moved.label}, {formatSigned(moved.change)}
      </>
    );
  }
  return (
    <>
      {first ? 'First point lost: ' : ''}
      {moved.label} fades
    </>
  );
}
