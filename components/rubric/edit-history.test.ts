import { describe, expect, it } from 'vitest';
import type { RubricDraft } from '@/lib/rubrics/rubric-draft';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { startHistory, stepHistory, type EditHistory, type HistoryStep } from './edit-history';

const DRAFT: RubricDraft = { rubric: B2B_SAAS_TEMPLATE, off: [] };

function points(criterionId: string, value: number, at: number): HistoryStep {
  return { kind: 'edit', edit: { kind: 'points', criterionId, points: value }, at };
}

function run(...steps: HistoryStep[]): EditHistory {
  return steps.reduce(stepHistory, startHistory(DRAFT));
}

function shown(history: EditHistory) {
  const criteria = history.present.rubric.intent.groups.flatMap((group) => group.criteria);
  const of = (id: string) => criteria.find((one) => one.id === id)?.points;
  return { demo: of('demo-requested'), trial: of('trial-started') };
}

describe('stepHistory', () => {
  it('undoes one stroke of the slider at once, and redoes it', () => {
    const moved = run(
      points('demo-requested', 41, 0),
      points('demo-requested', 42, 500),
      points('demo-requested', 43, 1_500),
    );
    expect(shown(moved).demo).toBe(43);
    const undone = stepHistory(moved, { kind: 'undo' });
    expect(undone.present).toBe(DRAFT);
    expect(shown(stepHistory(undone, { kind: 'redo' })).demo).toBe(43);
  });

  it('keeps strokes apart that are of other targets or later', () => {
    const moved = run(
      points('demo-requested', 41, 0),
      points('trial-started', 10, 100),
      points('trial-started', 5, 9_000),
    );
    expect(shown(stepHistory(moved, { kind: 'undo' }))).toEqual({ demo: 41, trial: 10 });
  });

  it('forgets what was undone once another edit is made', () => {
    const history = run(points('demo-requested', 41, 0), { kind: 'undo' }, points('trial-started', 10, 100));
    expect(stepHistory(history, { kind: 'redo' })).toBe(history);
  });

  it('changes nothing where there is nothing to undo', () => {
    const fresh = startHistory(DRAFT);
    expect(stepHistory(fresh, { kind: 'undo' })).toBe(fresh);
  });
});
