import { describe, expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { explainScore } from '@/lib/scoring/explain';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import type { ScoreOutlook } from '@/lib/forecast/types';
import type { EventInput, LeadInput } from '@/lib/scoring/types';
import { buildWhyTable } from './why-table';

const NOW = Date.UTC(2026, 2, 2, 9);
const DAY = 86_400_000;
const compiled = compileRubric(B2B_SAAS_TEMPLATE);

const lead: LeadInput = {
  id: 'jana',
  email: 'jana@northwind.example',
  createdAt: NOW - 40 * DAY,
  attributes: { title: 'VP Revenue Operations', country: 'Germany' },
  company: { id: 'nw', employees: 420, industry: 'Industrial software', revenue: 60_000_000 },
};

function event(type: string, daysAgo: number, properties: EventInput['properties'] = {}): EventInput {
  const at = NOW - daysAgo * DAY;
  return { id: `${type}${daysAgo}`, leadId: 'jana', companyId: 'nw', type, at, properties };
}

const events = [
  event('demo_requested', 0.1),
  event('trial_started', 1),
  event('page_viewed', 1, { path: '/pricing' }),
  event('page_viewed', 1.01, { path: '/pricing' }),
  event('page_viewed', 3, { path: '/pricing/enterprise' }),
];

const explain = (at: number) => explainScore(compiled, lead, events, events, at);
const now = explain(NOW);
const OUTLOOK: ScoreOutlook = {
  now,
  inAWeek: explain(NOW + 7 * DAY),
  forecast: { steps: [], complete: true, nextTier: null },
  lift: null,
  curves: {},
  rubric: { number: 1, name: '', fitWeight: 0.5, tiers: [] },
  criterionLabels: {},
};
const table = buildWhyTable(OUTLOOK, 'jana');

describe('buildWhyTable', () => {
  it('adds up: rows and limits to groups, groups to axes, now and in a week', () => {
    for (const axis of table.axes) {
      for (const group of axis.groups) {
        const rows = group.rows.reduce((sum, row) => sum + row.now, group.limit?.now ?? 0);
        expect(Math.abs(rows - group.now)).toBeLessThan(0.05 + 1e-9);
      }
      const sum = axis.groups.reduce((total, group) => total + group.now, 0);
      expect(axis.parts.reduce((total, part) => total + part, 0)).toBeCloseTo(sum, 9);
      expect(axis.now).toBe(Math.floor(Math.min(100, Math.max(0, sum)) + 0.5 + 1e-9));
    }
    expect(table.score.now).toBe(now.score);
    expect(table.score.inAWeek).toBe(explain(NOW + 7 * DAY).score);
  });

  it('marks the limit that bites, with what it takes', () => {
    const buying = table.axes[1].groups.find(({ id }) => id === 'buying');
    expect(buying?.limit).toMatchObject({ bound: 70 });
    expect(buying?.limit?.now).toBeLessThan(0);
    expect(buying?.limits).toMatch(/70/);
  });

  it('says when it was seen, once a day, and what was matched', () => {
    const rows = table.axes.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
    const pricing = rows.find(({ id }) => id === 'pricing-viewed');
    expect(pricing).toMatchObject({ count: 3, ofCompany: false });
    expect(pricing?.instants).toHaveLength(2);
    expect(rows.flatMap(({ values }) => values)).toContain('VP Revenue Operations');
  });

  it('folds what has faded, as long as the rows still add up', () => {
    const old = [1, 2, 3].map((n) => event('content_downloaded', 190 + n * 0.01));
    const clicked = [event('email_clicked', 130)];
    const at = (instant: number) =>
      explainScore(compiled, lead, [...old, ...clicked], [...old, ...clicked], instant);
    const faded = buildWhyTable({ ...OUTLOOK, now: at(NOW), inAWeek: at(NOW + 7 * DAY) }, 'jana');
    const attention = faded.axes[1].groups.find(({ id }) => id === 'attention');
    expect(attention).toBeUndefined();
    expect(faded.idle.filter((criterion) => criterion.faded).map(({ id }) => id)).toEqual([
      'content-downloaded',
      'email-clicked',
    ]);
    for (const axis of faded.axes) {
      for (const group of axis.groups) {
        const rows = group.rows.reduce((sum, row) => sum + row.now, group.limit?.now ?? 0);
        expect(Math.abs(rows - group.now)).toBeLessThan(0.05 + 1e-9);
      }
    }
  });

  it('keeps every criterion, as a row or as one that does not apply', () => {
    const rows = table.axes.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
    expect(rows.length + table.idle.length).toBe(compiled.criteria.length);
  });
});
