import { describe, expect, it } from 'vitest';
import type { Condition } from '@/lib/scoring/types';
import { fitValue, fromQuery, listComparisons, toQuery } from './condition-query';

const TITLE: Condition = { field: 'title', op: 'contains_word', value: ['VP', 'head'] };
const SIZE: Condition = { field: 'company.employees', op: 'between', value: [50, 200] };

describe('toQuery and fromQuery', () => {
  it.each<[string, Condition]>([
    ['a comparison', TITLE],
    ['all of some', { all: [TITLE, SIZE] }],
    ['any of some', { any: [TITLE, SIZE] }],
    ['one inside the other', { all: [TITLE, { any: [SIZE, { field: 'email', op: 'is_set' }] }] }],
    ['none of some', { not: { any: [TITLE, SIZE] } }],
    ['not one', { not: TITLE }],
    ['always and never', { all: [{ all: [] }, { any: [] }] }],
  ])('give back %s', (_, condition) => {
    expect(fromQuery(toQuery(condition))).toEqual(condition);
  });

  it('say what means the same in one way', () => {
    expect(fromQuery(toQuery({ all: [{ field: 'country', op: 'in', value: ['DE'] }] }))).toEqual({
      field: 'country',
      op: 'eq',
      value: 'DE',
    });
    expect(fromQuery(toQuery({ not: { not: TITLE } }))).toEqual({ not: { not: TITLE } });
  });

  it('keep what is not finished, so that it can be said what is missing', () => {
    expect(fromQuery({ combinator: 'and', rules: [{ field: '', operator: 'eq', value: '' }] })).toEqual({
      field: '',
      op: 'eq',
      value: '',
    });
  });
});

describe('fitValue', () => {
  it.each([
    ['none', 'a', undefined],
    ['number', ['a', 7], 7],
    ['number', 'a', 0],
    ['days', undefined, 30],
    ['range', [1, 2], [1, 2]],
    ['range', 5, [0, 100]],
    ['scalars', ['', 'a'], 'a'],
    ['scalars', [1, 'a'], [1, 'a']],
    ['texts', [1, 'a'], ['1', 'a']],
    ['words', { any: 'thing' }, ''],
  ] as const)('for %s makes of %j %j', (operand, value, fitting) => {
    expect(fitValue(operand, value)).toEqual(fitting);
  });
});

describe('listComparisons', () => {
  it('goes through a condition in its order', () => {
    expect(listComparisons({ any: [TITLE, { not: { all: [SIZE] } }] })).toEqual([TITLE, SIZE]);
  });
});
