import { describe, expect, it } from 'vitest';
import { chooseModel } from './choose-model';
import { chooseGuessRidge, guessChances } from './guess-chances';
import { createRandom } from './shuffle-rows';
import type { Bin, Evidence } from './types';

const STEPS: Bin[] = Array.from({ length: 10 }, (_, place) => ({
  kind: 'range',
  low: place === 0 ? null : place,
  high: place === 9 ? null : place + 1,
}));

/** Rows whose chance rises slowly with the first of some features; the others say nothing. */
function makeEvidence(rows: number, seed: number, features = 4): Evidence {
  const random = createRandom(seed);
  const codes = Array.from({ length: features }, () =>
    Uint8Array.from({ length: rows }, () => Math.floor(random() * 10)),
  );
  const outcomes = Uint8Array.from({ length: rows }, (_, row) =>
    random() < 0.1 + 0.06 * (codes[0]?.[row] ?? 0) ? 1 : 0,
  );
  const naming = { kind: 'number' as const, ordered: true, bins: STEPS, unknownWords: [] };
  return {
    features: codes.map((own, place) => ({ ...naming, field: `f${place}`, label: `f${place}`, codes: own })),
    indicators: [],
    outcomes,
  };
}

describe('guessChances', () => {
  it('finds a slow rise that no single range shows, and levels out at the base rate under a great ridge', () => {
    const evidence = makeEvidence(2000, 1);
    const chances = guessChances(evidence, 3);
    const meanAt = (bin: number) => {
      const own = chances.filter((_, row) => evidence.features[0]?.codes[row] === bin);
      return own.reduce((sum, chance) => sum + chance, 0) / own.length;
    };
    expect(meanAt(0)).toBeCloseTo(0.13, 1);
    expect(meanAt(9)).toBeCloseTo(0.63, 1);
    const base = evidence.outcomes.reduce((sum, outcome) => sum + outcome, 0) / 2000;
    for (const chance of guessChances(evidence, 1e9)) expect(chance).toBeCloseTo(base, 3);
  });

  it('is pulled harder where there is nothing to find', () => {
    const noise = { ...makeEvidence(200, 2), outcomes: makeEvidence(200, 3).outcomes };
    expect(chooseGuessRidge([{ train: noise, held: makeEvidence(200, 4) }])).toBeGreaterThan(3);
  });
});

describe('chooseModel of few rows', () => {
  it('takes up what no single range proves by itself', () => {
    const evidence = makeEvidence(160, 5);
    const { terms, losses } = chooseModel(evidence, { mostTerms: 20, mostPairs: 0, seed: 7 });
    expect(terms.length).toBeGreaterThan(0);
    expect(Math.min(...losses)).toBeLessThan((losses[0] ?? 0) - 0.01);
    expect(terms.some((term) => term.kind === 'bins' && term.feature === 0)).toBe(true);
  });
});
