import { describe, expect, it } from 'vitest';
import { compileRubric } from '@/lib/scoring/compile-rubric';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import type { IntentCriterion } from '@/lib/scoring/types';

import { listCountedTypes } from './counted-types';

const where = { field: 'path', op: 'eq', value: '/pricing' } as const;
const once = { label: 'x', points: 1, kind: 'each', decay: { kind: 'none' } } as const;

function listFor(criteria: IntentCriterion[]) {
  const groups = [{ id: 'g', label: 'G', criteria }];
  return listCountedTypes(compileRubric({ ...B2B_SAAS_TEMPLATE, intent: { groups } }).intent);
}

describe('counted event types', () => {
  it('are named once, with those whose properties are looked at', () => {
    expect(
      listFor([
        { ...once, id: 'a', on: ['demo', 'page'] },
        { ...once, id: 'b', on: 'page', where },
      ]),
    ).toEqual({
      names: ['demo', 'page'],
      needsProperties: [false, true],
      any: false,
      anyNeedsProperties: false,
    });
  });

  it('are all of them, with properties, when a criterion of any type looks at properties', () => {
    expect(
      listFor([
        { ...once, id: 'a', on: 'demo' },
        { id: 'b', label: 'b', points: 1, kind: 'inactivity', days: 3, where },
      ]),
    ).toEqual({ names: ['demo'], needsProperties: [true], any: true, anyNeedsProperties: true });
  });
});
