/** The tiers that have a colour of their own. */
export type StandardTier = 'A' | 'B' | 'C';

/** Is this one of the tiers with a colour? */
export function isStandardTier(tier: string): tier is StandardTier {
  return tier === 'A' || tier === 'B' || tier === 'C';
}

/** The strong colour of a tier as CSS, for bars and dots; grey for names other than A, B, C. */
export function tierColour(tier: string): string {
  return isStandardTier(tier) ? `var(--tier-${tier.toLowerCase()})` : 'var(--tier-c)';
}

/** The pale colour of a tier as CSS, for the area behind a figure. */
export function tierSoftColour(tier: string): string {
  return isStandardTier(tier) ? `var(--tier-${tier.toLowerCase()}-soft)` : 'var(--tier-c-soft)';
}
