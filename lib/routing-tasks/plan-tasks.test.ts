import { describe, expect, it } from 'vitest';
import type { Tier } from '@/lib/scoring/types';
import { planTask } from './plan-tasks';

const tier = (name: string, action: Tier['action']): Tier => ({
  name,
  action,
  minScore: 0,
  minFit: 0,
  minIntent: 0,
});
const TIERS = [tier('A+', 'route'), tier('A', 'route'), tier('B', 'nurture'), tier('C', 'hold')];

describe('planTask', () => {
  it.each([
    [null, 'A', 'came'],
    ['C', 'A', 'came'],
    ['A', 'A+', 'came'],
    ['A+', 'A', null],
    ['A', 'A', null],
    ['Old name', 'A', 'came'],
    ['A', 'B', 'left'],
    ['A+', 'C', 'left'],
    ['B', 'B', 'rose'],
    ['C', 'B', 'rose'],
    [null, 'C', 'held'],
    ['B', 'C', null],
  ])('%s → %s: %s', (tierBefore, name, kind) => {
    expect(
      planTask({ tier: name, tierBefore, score: 50, scoreBefore: tierBefore === null ? null : 40 }, TIERS),
    ).toBe(kind);
  });

  it('means nothing when a nurtured lead falls', () => {
    expect(planTask({ tier: 'B', tierBefore: 'B', score: 40, scoreBefore: 50 }, TIERS)).toBeNull();
  });
});
