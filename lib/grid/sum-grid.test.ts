import { describe, expect, it } from 'vitest';
import { sumGrid, sumMovement, sumScores } from './sum-grid';

describe('sumGrid', () => {
  it('draws a cell once, however many quadrants share it', () => {
    const counts = sumGrid(
      [
        { x: 9, y: 8, quadrant: 'review', count: 4 },
        { x: 9, y: 8, quadrant: 'route_now', count: 3 },
        { x: 2, y: 1, quadrant: 'deprioritize', count: 10 },
      ],
      [],
    );
    expect(counts.cells).toEqual([
      { x: 9, y: 8, count: 7 },
      { x: 2, y: 1, count: 10 },
    ]);
    expect(counts.quadrants).toEqual({ route_now: 3, nurture: 0, review: 4, deprioritize: 10 });
    expect(counts.total).toBe(17);
  });

  it('counts disqualified leads in their quadrant without drawing them', () => {
    const counts = sumGrid(
      [{ x: 19, y: 19, quadrant: 'deprioritize', count: 5 }],
      [{ x: 19, y: 19, count: 5 }],
    );
    expect(counts).toMatchObject({ total: 5, disqualified: 5, cells: [] });
    expect(counts.quadrants.deprioritize).toBe(5);
  });
});

describe('sumScores', () => {
  it('adds tiers up, best first, and finds the middle score', () => {
    expect(
      sumScores([
        { tier: 'C', tierRank: 2, score: 12, count: 2 },
        { tier: 'A', tierRank: 0, score: 80, count: 1 },
        { tier: 'A', tierRank: 0, score: 91, count: 1 },
      ]),
    ).toEqual({
      count: 4,
      tiers: [
        { tier: 'A', count: 2 },
        { tier: 'C', count: 2 },
      ],
      medianScore: 12,
    });
  });

  it('has no middle of nothing', () => {
    expect(sumScores([])).toEqual({ count: 0, tiers: [], medianScore: null });
  });
});

describe('sumMovement', () => {
  const movement = sumMovement([
    { before: 'nurture', after: 'route_now', count: 8 },
    { before: 'route_now', after: 'deprioritize', count: 1 },
    { before: 'review', after: 'review', count: 30 },
    { before: null, after: 'nurture', count: 5 },
  ]);

  it('tells crossing from arriving', () => {
    expect(movement.crossed).toBe(9);
    expect(movement.added).toBe(5);
    expect(movement.moves.nurture.route_now).toBe(8);
    expect(movement.fresh.nurture).toBe(5);
  });

  it('does not count a lead that came back', () => {
    expect(movement.moves.review.review).toBe(0);
    expect(movement.into.review).toBe(0);
  });

  it('adds up: what came in less what went out is what is new', () => {
    const sum = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(sum(movement.into) - sum(movement.outOf)).toBe(movement.added);
  });
});
