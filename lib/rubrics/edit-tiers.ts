import type { Tier, TierAction } from '@/lib/scoring/types';
import { insertAt } from './edit-groups';

export type TierMinimum = 'minScore' | 'minFit' | 'minIntent';

/** Edits of tiers. Places count from 0, the best; where something is moved to, without what is moved. */
export type TierEdit =
  | { kind: 'tier'; tier: string; minimum: TierMinimum; value: number }
  | { kind: 'tierName'; place: number; name: string }
  | { kind: 'tierAction'; place: number; action: TierAction }
  | { kind: 'addTier'; tier: Tier; place: number }
  | { kind: 'moveTier'; place: number; to: number }
  | { kind: 'removeTier'; place: number };

/** The tiers with an edit made; the only one there is stays. */
export function editTiers(tiers: readonly Tier[], edit: TierEdit): Tier[] {
  const put = (place: number, change: Partial<Tier>) =>
    tiers.map((tier, at) => (at === place ? { ...tier, ...change } : tier));
  switch (edit.kind) {
    case 'tier':
      return tiers.map((tier) => (tier.name === edit.tier ? { ...tier, [edit.minimum]: edit.value } : tier));
    case 'tierName':
      return put(edit.place, { name: edit.name });
    case 'tierAction':
      return put(edit.place, { action: edit.action });
    case 'addTier':
      return insertAt(tiers, edit.place, edit.tier);
    case 'moveTier': {
      const moved = tiers[edit.place];
      const rest = tiers.toSpliced(edit.place, 1);
      return moved ? withRest(insertAt(rest, edit.to, moved)) : rest;
    }
    case 'removeTier':
      return tiers.length > 1 ? withRest(tiers.toSpliced(edit.place, 1)) : [...tiers];
  }
}

/** The tiers with whichever is last now taking everyone who is left. */
export function withRest(tiers: readonly Tier[]): Tier[] {
  return tiers.map((tier, place) =>
    place === tiers.length - 1 ? { ...tier, minScore: 0, minFit: 0, minIntent: 0 } : tier,
  );
}

/** What a tier asks of a score when it has none above it. */
const HIGHEST_SCORE = 100;

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** A tier for the place before another: half-way between its neighbours, under the first letter that is free. */
export function newTier(tiers: readonly Tier[], place: number): Tier {
  const names = new Set(tiers.map(({ name }) => name));
  const free = LETTERS.find((letter) => !names.has(letter)) ?? `Tier ${tiers.length + 1}`;
  const below = tiers[place];
  const above = tiers[place - 1]?.minScore ?? HIGHEST_SCORE;
  return {
    name: free,
    minScore: Math.round((above + (below?.minScore ?? 0)) / 2),
    minFit: below?.minFit ?? 0,
    minIntent: below?.minIntent ?? 0,
    action: 'nurture',
  };
}
