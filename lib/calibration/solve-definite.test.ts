import fc from 'fast-check';
import { expect, test } from 'vitest';
import { solveDefinite } from './solve-definite';

test('solves what was made from a known answer', () => {
  const entry = fc.double({ min: -3, max: 3, noNaN: true });
  const square = fc
    .integer({ min: 1, max: 8 })
    .chain((width) =>
      fc.tuple(
        fc.array(entry, { minLength: width * width, maxLength: width * width }),
        fc.array(entry, { minLength: width, maxLength: width }),
      ),
    );
  fc.assert(
    fc.property(square, ([factor, answer]) => {
      const width = answer.length;
      const places = answer.map((_, place) => place);
      const at = (row: number, column: number) => factor[row * width + column] ?? 0;
      // Any matrix times itself transposed, plus the identity, is positive definite.
      const matrix = places.flatMap((row) =>
        places.map((column) =>
          places.reduce((sum, k) => sum + at(row, k) * at(column, k), row === column ? 1 : 0),
        ),
      );
      const right = places.map((row) =>
        places.reduce((sum, k) => sum + (matrix[row * width + k] ?? 0) * (answer[k] ?? 0), 0),
      );
      const solved = solveDefinite(Float64Array.from(matrix), Float64Array.from(right));
      solved.forEach((value, place) => expect(value).toBeCloseTo(answer[place] ?? NaN, 6));
    }),
    { numRuns: 300 },
  );
});

test('reads the lower half alone', () => {
  expect([...solveDefinite(Float64Array.of(4, NaN, 2, 5), Float64Array.of(8, 12))]).toEqual([1, 2]);
});

test('refuses what is not positive definite', () => {
  expect(() => solveDefinite(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toThrow(RangeError);
});
