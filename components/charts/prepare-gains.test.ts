import { describe, expect, it } from 'vitest';
import { placeWords, prepareGains } from './prepare-gains';

const CURVE = [
  { share: 0, wins: 0 },
  { share: 0.19, wins: 0.48 },
  { share: 0.6, wins: 0.85 },
  { share: 1, wins: 1 },
];

describe('prepareGains', () => {
  it('puts the words of a mark where they stay inside and under the curve', () => {
    const { marks, points } = prepareGains(
      CURVE,
      [
        { label: 'A', colour: 'green', share: 0.19, wins: 0.48 },
        { label: 'A, B', colour: 'brown', share: 0.65, wins: 0.88 },
      ],
      'deals',
    );
    expect(marks[0]).toMatchObject({
      x: 19,
      y: 48,
      text: 'A: 48\u00a0% of wins',
      detail: 'in 19\u00a0% of deals',
    });
    const places = marks.map((mark) => placeWords(mark, points, 45));
    expect(places).toEqual([
      { atEnd: false, top: 48 },
      { atEnd: true, top: 48 },
    ]);
  });

  it('tells each point once in the table, however many tenths it covers', () => {
    expect(prepareGains(CURVE, [], 'deals').table).toEqual([
      ['19\u00a0%', '48\u00a0%'],
      ['60\u00a0%', '85\u00a0%'],
      ['100\u00a0%', '100\u00a0%'],
    ]);
  });

  it('stands without a curve', () => {
    expect(prepareGains([], [], 'deals')).toEqual({ points: [], marks: [], table: [] });
  });
});
