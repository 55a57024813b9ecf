import { describe, expect, it } from 'vitest';
import { prepareDensitySteps } from './prepare-density-steps';
import { prepareScoreGrid, rangeOfCells } from './prepare-score-grid';
import type { GridQuadrant, ScoreGridInput } from './score-grid-types';

const QUADRANTS: readonly GridQuadrant[] = [
  { key: 'route_now', place: 'topRight', name: 'Route now', count: 30, action: '' },
  { key: 'nurture', place: 'bottomRight', name: 'Nurture', count: 10, action: '' },
  { key: 'review', place: 'topLeft', name: 'Review by hand', count: 0, action: '' },
  { key: 'deprioritize', place: 'bottomLeft', name: 'Deprioritize', count: 60, action: '' },
];

const INPUT: ScoreGridInput = {
  xName: 'Fit',
  yName: 'Intent',
  unit: ['lead', 'leads'],
  cutX: 50,
  cutY: 40,
  quadrants: QUADRANTS,
  cells: [
    { x: 12, y: 6, count: 1 },
    { x: 19, y: 19, count: 30 },
    { x: 0, y: 0, count: 60 },
  ],
};

describe('prepareScoreGrid', () => {
  it('puts every cell in its place, top row first, with its words', () => {
    const { cells } = prepareScoreGrid(INPUT);
    expect(cells).toHaveLength(400);
    expect(cells[19]).toMatchObject({
      count: 30,
      rangeText: 'Fit 95–100, intent 95–100',
      quadrant: 'Route now',
    });
    expect(cells[380]).toMatchObject({ count: 60, shade: 7, quadrant: 'Deprioritize' });
    expect(cells[13 * 20 + 12]).toMatchObject({
      countText: '1 lead',
      rangeText: 'Fit 60–64, intent 30–34',
      quadrant: 'Nurture',
      shade: 1,
    });
    expect(cells[0]).toMatchObject({ count: 0, shade: 0 });
  });

  it('sums columns and rows as shares of the tallest', () => {
    const { columns, rows } = prepareScoreGrid(INPUT);
    expect(columns[0]).toBe(1);
    expect(columns[19]).toBe(0.5);
    expect(rows[6]).toBeCloseTo(1 / 60);
  });

  it('says count, share and bounds of each quadrant', () => {
    const { quadrants, total } = prepareScoreGrid(INPUT);
    expect(total).toBe(100);
    expect(quadrants.bottomLeft).toMatchObject({
      countText: '60',
      shareText: '60\u00a0%',
      range: { fromX: 0, toX: 49, fromY: 0, toY: 39 },
    });
    expect(quadrants.topRight?.range).toEqual({ fromX: 50, toX: 100, fromY: 40, toY: 100 });
  });

  it('replaces the tick beside a cut by the cut', () => {
    const { xTicks } = prepareScoreGrid({ ...INPUT, cutX: 48 });
    expect(xTicks).toEqual([
      { value: 0, isCut: false },
      { value: 25, isCut: false },
      { value: 48, isCut: true },
      { value: 75, isCut: false },
      { value: 100, isCut: false },
    ]);
  });

  it('draws dots up to 2,000 and a density beyond', () => {
    const point = { id: '1', label: 'Jana', x: 80, y: 92 };
    expect(prepareScoreGrid({ ...INPUT, points: [point] }).mode).toBe('dots');
    const many = Array.from({ length: 2001 }, (_, index) => ({ ...point, id: String(index) }));
    expect(prepareScoreGrid({ ...INPUT, points: many })).toMatchObject({ mode: 'density', dots: [] });
    expect(prepareScoreGrid(INPUT).mode).toBe('density');
  });

  it('cuts the line of a region at its own limits and at 100', () => {
    const region = { label: 'A from 70', minX: 50, minY: 40, minScore: 70, weightX: 0.5 };
    expect(prepareScoreGrid({ ...INPUT, region }).regionLine).toEqual([
      { x: 50, y: 90 },
      { x: 100, y: 40 },
    ]);
    const low = { ...region, minScore: 40 };
    expect(prepareScoreGrid({ ...INPUT, region: low }).regionLine).toEqual([]);
  });

  it('counts the cells that lie wholly inside a selection', () => {
    const selected = rangeOfCells({ x: 19, y: 19 }, { x: 12, y: 6 });
    expect(selected).toEqual({ fromX: 60, toX: 100, fromY: 30, toY: 100 });
    expect(prepareScoreGrid({ ...INPUT, selected }).selected).toMatchObject({
      count: 31,
      countText: '31 leads',
      rangeText: 'Fit 60–100, intent 30–100',
    });
  });
});

describe('prepareDensitySteps', () => {
  it('grows by an even factor up to the largest count', () => {
    expect(prepareDensitySteps(500).map((step) => step.from)).toEqual([1, 3, 7, 15, 40, 120, 300]);
    expect(prepareDensitySteps(500).at(-1)?.label).toBe('300+');
  });

  it('uses fewer shades, still from pale to dark, for small counts', () => {
    expect(prepareDensitySteps(3)).toEqual([
      { from: 1, shade: 1, label: '1' },
      { from: 2, shade: 4, label: '2' },
      { from: 3, shade: 7, label: '3+' },
    ]);
    expect(prepareDensitySteps(1)).toEqual([{ from: 1, shade: 4, label: '1' }]);
    expect(prepareDensitySteps(0)).toEqual([]);
  });
});
