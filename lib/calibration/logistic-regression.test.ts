import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLogistic, logLoss, predictLogOdds, toChance, type SparseDesign } from './logistic-regression';

/** A design of rows given as their parameters. */
function designOf(rows: readonly (readonly number[])[], parameters: number): SparseDesign {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => (starts[index + 1] = (starts[index] ?? 0) + row.length));
  return { starts, terms: Int32Array.from(rows.flat()), parameters };
}

// The Titanic's people (R. Dawson, The "Unusual Episode" Data Revisited, J. Statistics Education 3, 1995):
// terms 0 second class, 1 third class, 2 crew, 3 female, 4 adult; died, survived.
const TITANIC: readonly (readonly [terms: number[], died: number, survived: number])[] = [
  [[], 0, 5],
  [[4], 118, 57],
  [[3], 0, 1],
  [[3, 4], 4, 140],
  [[0], 0, 11],
  [[0, 4], 154, 14],
  [[0, 3], 0, 13],
  [[0, 3, 4], 13, 80],
  [[1], 35, 13],
  [[1, 4], 387, 75],
  [[1, 3], 17, 14],
  [[1, 3, 4], 89, 76],
  [[2, 4], 670, 192],
  [[2, 3, 4], 3, 20],
];

function titanic() {
  const rows: number[][] = [];
  const outcomes: number[] = [];
  for (const [terms, died, survived] of TITANIC) {
    for (let i = 0; i < died + survived; i += 1) {
      rows.push(terms);
      outcomes.push(i < survived ? 1 : 0);
    }
  }
  return { design: designOf(rows, 5), outcomes: Uint8Array.from(outcomes) };
}

test("reproduces the published coefficients of R's glm(Survived ~ Class + Sex + Age)", () => {
  const { design, outcomes } = titanic();
  expect(outcomes).toHaveLength(2201);
  const { intercept, weights } = fitLogistic(design, outcomes, { ridge: 0 });
  expect(intercept).toBeCloseTo(0.6853, 3);
  const published = [-1.0181, -1.7778, -0.8577, 2.4201, -1.0615];
  weights.forEach((weight, index) => expect(weight).toBeCloseTo(published[index] ?? NaN, 3));
});

test('one group alone gives the logarithm of its odds ratio', () => {
  const rows = [...Array<number[]>(40).fill([0]), ...Array<number[]>(60).fill([])];
  const outcomes = Uint8Array.from(rows, (row, index) => (row.length > 0 ? +(index < 30) : +(index < 55)));
  const { intercept, weights } = fitLogistic(designOf(rows, 1), outcomes, { ridge: 0 });
  expect(intercept).toBeCloseTo(Math.log(15 / 45), 6);
  expect(weights[0]).toBeCloseTo(Math.log(3) - Math.log(15 / 45), 6);
});

test('separable data stay finite under a ridge, and a stronger one pulls more', () => {
  const rows = [...Array<number[]>(20).fill([0]), ...Array<number[]>(20).fill([])];
  const outcomes = Uint8Array.from(rows, (row) => row.length);
  const weak = fitLogistic(designOf(rows, 1), outcomes, { ridge: 1 }).weights[0] ?? NaN;
  const strong = fitLogistic(designOf(rows, 1), outcomes, { ridge: 10 }).weights[0] ?? NaN;
  expect(weak).toBeGreaterThan(strong);
  expect(strong).toBeGreaterThan(0);
  expect(weak).toBeLessThan(20);
});

test('at the optimum, the slope of the penalised loss is 0 in every direction', () => {
  const rowArbitrary = fc.record({
    terms: fc.uniqueArray(fc.nat({ max: 3 }), { maxLength: 4 }),
    won: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(rowArbitrary, { minLength: 8, maxLength: 60 }),
      fc.double({ min: 0.5, max: 5, noNaN: true }),
      (rows, ridge) => {
        const design = designOf(
          rows.map(({ terms }) => terms),
          4,
        );
        const outcomes = Uint8Array.from(rows, ({ won }) => +won);
        fc.pre(outcomes.includes(1) && outcomes.includes(0));
        const model = fitLogistic(design, outcomes, { ridge, steps: 100 });
        const errors = predictLogOdds(design, model).map(
          (odds, row) => (outcomes[row] ?? 0) - toChance(odds),
        );
        expect(errors.reduce((sum, error) => sum + error, 0)).toBeCloseTo(0, 5);
        for (let term = 0; term < 4; term += 1) {
          const slope = rows.reduce(
            (sum, row, i) => sum + (row.terms.includes(term) ? (errors[i] ?? 0) : 0),
            0,
          );
          expect(slope - ridge * (model.weights[term] ?? 0)).toBeCloseTo(0, 5);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('the loss of even odds is ln 2', () => {
  expect(logLoss(new Float64Array(3), Uint8Array.of(0, 1, 1))).toBeCloseTo(Math.LN2, 12);
});
