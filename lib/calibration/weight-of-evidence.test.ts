import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weighEvidence } from './weight-of-evidence';

const binsArbitrary = fc.array(fc.record({ won: fc.nat({ max: 500 }), lost: fc.nat({ max: 500 }) }), {
  minLength: 1,
  maxLength: 12,
});

test("reproduces Siddiqi's worked example of age (Credit Risk Scorecards, exhibit 6.2)", () => {
  // Age: counts of goods and bads per group, with the published weights (there × 100).
  const age = [
    { label: 'missing', won: 860, lost: 140 },
    { label: '18-22', won: 3040, lost: 960 },
    { label: '23-26', won: 4920, lost: 1080 },
    { label: '27-29', won: 8100, lost: 900 },
    { label: '30-35', won: 9500, lost: 500 },
    { label: '35-44', won: 6800, lost: 200 },
    { label: '44+', won: 2940, lost: 60 },
  ];
  const { bins, informationValue } = weighEvidence(age, 0);
  const published = [-42.719, -108.98, -72.613, -4.526, 70.196, 128.388, 164.934];
  bins.forEach((bin, index) => expect(bin.weight * 100).toBeCloseTo(published[index] ?? NaN, 0));
  expect(informationValue).toBeCloseTo(0.668, 2);
});

test('a hand-computed table of two bins', () => {
  const { bins, informationValue } = weighEvidence(
    [
      { won: 30, lost: 20 },
      { won: 10, lost: 40 },
    ],
    0,
  );
  // 30/40 against 20/60, 10/40 against 40/60.
  expect(bins[0]?.weight).toBeCloseTo(Math.log(0.75 / (1 / 3)), 12);
  expect(bins[1]?.weight).toBeCloseTo(Math.log(0.25 / (2 / 3)), 12);
  expect(informationValue).toBeCloseTo((0.75 - 1 / 3) * (Math.log(2.25) - Math.log(0.375)), 12);
});

test('smoothing keeps a bin finite in which nothing was won, and leaves an empty one at little', () => {
  const bins = [
    { won: 0, lost: 50 },
    { won: 50, lost: 50 },
  ];
  expect(weighEvidence(bins, 0).bins[0]?.weight).toBe(-Infinity);
  expect(weighEvidence(bins).bins[0]?.weight).toBeCloseTo(Math.log(0.5 / 51 / (50.5 / 101)), 12);
});

test('one kind of outcome alone tells nothing', () => {
  expect(weighEvidence([{ won: 5, lost: 0 }])).toEqual({
    bins: [{ won: 5, lost: 0, weight: 0, information: 0 }],
    informationValue: 0,
  });
});

test('a negative smoothing is refused', () => {
  expect(() => weighEvidence([{ won: 1, lost: 1 }], -1)).toThrow('smoothing must be at least 0, not -1');
});

test('the value is never negative, and changing sides only turns the weights round', () => {
  fc.assert(
    fc.property(binsArbitrary, (bins) => {
      const evidence = weighEvidence(bins);
      const turned = weighEvidence(bins.map(({ won, lost }) => ({ won: lost, lost: won })));
      expect(evidence.informationValue).toBeGreaterThanOrEqual(0);
      expect(turned.informationValue).toBeCloseTo(evidence.informationValue, 9);
      evidence.bins.forEach((bin, index) => expect(turned.bins[index]?.weight).toBeCloseTo(-bin.weight, 9));
    }),
  );
});
