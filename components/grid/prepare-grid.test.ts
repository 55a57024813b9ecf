import { describe, expect, it } from 'vitest';
import { sumGrid, sumMovement } from '@/lib/grid/sum-grid';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { nameSelection, prepareQuadrants, prepareRegion, prepareSelected } from './prepare-grid';

const counts = sumGrid(
  [
    { x: 15, y: 14, quadrant: 'route_now', count: 1200 },
    { x: 2, y: 1, quadrant: 'deprioritize', count: 212 },
  ],
  [{ x: 2, y: 1, count: 212 }],
);
const movement = sumMovement([
  { before: 'nurture', after: 'route_now', count: 3 },
  { before: null, after: 'nurture', count: 1 },
]);

describe('prepareQuadrants', () => {
  const quadrants = prepareQuadrants(counts, movement);

  it('puts high fit to the right and high intent to the top', () => {
    expect(quadrants.map(({ key, place }) => [key, place])).toEqual([
      ['route_now', 'topRight'],
      ['nurture', 'bottomRight'],
      ['review', 'topLeft'],
      ['deprioritize', 'bottomLeft'],
    ]);
  });

  it('says who came and went, and how many are not drawn', () => {
    expect(quadrants[0]).toMatchObject({ count: 1200, movement: '+3 this week', flow: '3 in, 0 out' });
    expect(quadrants[1]).toMatchObject({ movement: '−2 this week', flow: '1 in, 3 out' });
    expect(quadrants[3]?.action).toBe('No selling time. 212 disqualified, not drawn');
  });
});

describe('prepareRegion', () => {
  it('is where the best tier begins', () => {
    expect(prepareRegion(B2B_SAAS_TEMPLATE)).toMatchObject({ minX: 50, minY: 40, weightX: 0.5 });
  });

  it('is nowhere when there is one tier', () => {
    expect(prepareRegion({ ...B2B_SAAS_TEMPLATE, tiers: B2B_SAAS_TEMPLATE.tiers.slice(-1) })).toBeUndefined();
  });
});

describe('prepareSelected', () => {
  const cuts = { fitCut: 52.5, intentCut: 40 };

  it('covers a quadrant up to the cut lines, whole points only', () => {
    expect(prepareSelected({ kind: 'quadrant', quadrant: 'nurture' }, cuts)).toEqual({
      fromX: 53,
      toX: 100,
      fromY: 0,
      toY: 39,
    });
    expect(prepareSelected({ kind: 'quadrant', quadrant: 'review' }, cuts)).toMatchObject({
      toX: 52,
      fromY: 40,
    });
  });

  it('is the rectangle that was drawn, and its name', () => {
    const selection = { kind: 'range', fit: { low: 60, high: 64 }, intent: { low: 30, high: 34 } } as const;
    expect(prepareSelected(selection, cuts)).toEqual({ fromX: 60, toX: 64, fromY: 30, toY: 34 });
    expect(nameSelection(selection)).toBe('Fit 60–64, intent 30–34');
  });
});
