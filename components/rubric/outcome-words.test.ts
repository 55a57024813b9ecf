import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '@/lib/calibration/area-under-curve';
import { closeRate, closeRateTable } from '@/lib/calibration/close-rate';
import { rateRatio } from '@/lib/calibration/rate-ratio';
import type { OutcomeEffect, SideOutcomes } from '@/lib/effects/types';
import { sayDiscrimination, sayLift, saySwap } from './outcome-words';

const NAMES = { before: 'v14', after: 'draft' };

function side(a: [won: number, lost: number], rest: [won: number, lost: number]): SideOutcomes {
  const [best, others] = [
    { won: a[0], lost: a[1] },
    { won: rest[0], lost: rest[1] },
  ];
  return {
    rates: closeRateTable(
      ['A', 'B'],
      [
        { tier: 'A', ...best },
        { tier: 'B', ...others },
      ],
    ),
    lift: rateRatio(best, others),
    auc: areaUnderCurve([
      { score: 80, ...best },
      { score: 20, ...others },
    ]),
  };
}

function effect(before: SideOutcomes, after: SideOutcomes): OutcomeEffect {
  const swap = { into: closeRate({ won: 6, lost: 4 }), outOf: closeRate({ won: 1, lost: 2 }) };
  return { deals: 100, young: 0, before, after, swap };
}

describe('sayLift', () => {
  it('says both ratios, and that an improvement is not proven while the intervals overlap', () => {
    expect(sayLift(effect(side([10, 20], [10, 60]), side([12, 18], [8, 62])), NAMES)).toBe(
      'A closes 3.5× as often as the rest under the draft, 2.3× under v14. The intervals overlap: an improvement, not yet proven.',
    );
  });

  it('says so when they do not overlap', () => {
    const clear = effect(side([100, 900], [100, 900]), side([180, 320], [20, 1480]));
    expect(sayLift(clear, NAMES)).toMatch(/do not overlap: better\.$/);
    expect(sayLift(effect(clear.after, clear.before), NAMES)).toMatch(/do not overlap: worse\.$/);
  });

  it('refuses to compare too few', () => {
    expect(sayLift(effect(side([10, 20], [10, 60]), side([1, 2], [19, 78])), NAMES)).toMatch(
      /^Too few closed deals/,
    );
    expect(sayLift(effect(side([1, 2], [19, 78]), side([10, 20], [10, 60])), NAMES)).toMatch(
      /under v14 too few deals/,
    );
    const none = { ...effect(side([0, 0], [0, 0]), side([0, 0], [0, 0])), deals: 0 };
    expect(sayLift(none, NAMES)).toBe('No deal has closed yet that could tell.');
    expect(sayDiscrimination(none, NAMES)).toBe('');
  });
});

describe('saySwap', () => {
  it('says how those closed that change places in the best tier', () => {
    const said = saySwap(effect(side([10, 20], [10, 60]), side([12, 18], [8, 62])), NAMES);
    expect(said).toMatch(
      /^A under the draft alone: 6 of 10 won: 60\s%, 31–83\s%; under v14 alone: 1 of 3 won, too few/,
    );
  });
});
