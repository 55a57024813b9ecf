import { clsx } from 'clsx';
import { isStandardTier, type StandardTier } from './tier-colour';
import { shortenTier } from './tier-name';

const COLOUR: Record<StandardTier, string> = {
  A: 'bg-tier-a-soft text-tier-a',
  B: 'bg-tier-b-soft text-tier-b',
  C: 'bg-tier-c-soft text-tier-c',
};

const SIZE = {
  sm: 'h-4.5 min-w-4.5 rounded-sm text-[11px]',
  md: 'h-5.5 min-w-5.5 rounded-[5px] text-xs',
  lg: 'h-7 min-w-7 rounded text-[14px]',
  xl: 'h-10 min-w-10 rounded text-lg',
};

export interface TierBadgeProps {
  /** The tier's name, of which long ones are shortened; A, B and C have a colour each, any other is grey. */
  tier: string;
  /** 18 px in sentences, 22 in rows, 28 in a panel, 40 on the page of a lead. */
  size?: keyof typeof SIZE;
  className?: string;
}

/** The letter of a tier on its colour. */
export function TierBadge({ tier, size = 'md', className }: TierBadgeProps) {
  const short = shortenTier(tier);
  return (
    <span
      title={`Tier ${tier}`}
      className={clsx(
        'inline-grid shrink-0 place-items-center align-middle leading-none font-bold',
        SIZE[size],
        COLOUR[isStandardTier(tier) ? tier : 'C'],
        tier.length > 1 && 'px-1',
        className,
      )}
    >
      <span className="sr-only">Tier {short === tier ? '' : tier}</span>
      <span aria-hidden={short === tier ? undefined : true}>{short}</span>
    </span>
  );
}
