import { describe, expect, it } from 'vitest';
import type { TaskKind } from '@/lib/routing-tasks/plan-tasks';
import { planLead } from './plan-lead';

const plan = (kinds: TaskKind[], standing: Partial<Parameters<typeof planLead>[1]>) =>
  planLead(new Set(kinds), { action: 'route', open: true, held: false, due: false, ...standing });

describe('planLead', () => {
  it.each([
    ['a lead that came into a routed tier and is there', ['came'], {}, 'arrive'],
    ['one that came and went again', ['came', 'left'], { action: 'nurture' }, null],
    ['one that went while an answer was due', ['left'], { action: 'nurture', due: true }, 'stop'],
    ['one that went and came back', ['left', 'came'], { due: true }, 'arrive'],
    ['one that is closed', ['came'], { open: false }, null],
    ['a new lead of a held tier', ['held'], { action: 'hold' }, 'draw'],
    ['a new lead of a held tier that somebody has', ['held'], { action: 'hold', held: true }, null],
    ['a nurtured lead whose score rose', ['rose'], { action: 'nurture' }, 'watch'],
    ['one whose tier the rubric no longer knows', ['came'], { action: null }, null],
  ] as [string, TaskKind[], object, ReturnType<typeof planLead>][])('%s', (_words, kinds, standing, step) => {
    expect(plan(kinds, standing)).toBe(step);
  });
});
