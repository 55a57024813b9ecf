import { describe, expect, it } from 'vitest';
import { segmentSchema } from './schema';
import { listOperators, toSegment, toSegmentRows, type SegmentField } from './segment-rows';

const FIELDS: SegmentField[] = [
  { path: 'title', label: 'Job title', type: 'text' },
  { path: 'company.employees', label: 'Employees', type: 'number' },
  { path: 'decisionMaker', label: 'Decision-maker', type: 'boolean' },
];

describe('toSegment', () => {
  it('reads what was typed by the type of the field and the operator', () => {
    const segment = toSegment(
      [
        { field: 'title', op: 'contains_word', text: 'head, VP' },
        { field: 'company.employees', op: 'between', text: '50, 500' },
        { field: 'company.employees', op: 'neq', text: '100' },
        { field: 'decisionMaker', op: 'is_true', text: 'left over' },
        { field: 'title', op: 'eq', text: ' 007 ' },
      ],
      FIELDS,
    );
    expect(segment).toEqual({
      all: [
        { field: 'title', op: 'contains_word', value: ['head', 'VP'] },
        { field: 'company.employees', op: 'between', value: [50, 500] },
        { field: 'company.employees', op: 'neq', value: 100 },
        { field: 'decisionMaker', op: 'is_true' },
        { field: 'title', op: 'eq', value: '007' },
      ],
    });
    expect(segmentSchema.safeParse(segment).success).toBe(true);
    const rows = toSegmentRows(segment);
    expect(rows && toSegment(rows, FIELDS)).toEqual(segment);
  });

  it.each([
    ['company.employees', 'gte', 'many', 'finite number'],
    ['company.employees', 'between', '5', 'two numbers'],
    ['title', 'eq', '', 'empty text'],
  ] as const)('leaves %s %s %j to the check, which says what is wrong', (field, op, text, words) => {
    const segment = toSegment([{ field, op, text }], FIELDS);
    const parsed = segmentSchema.safeParse(segment);
    expect(parsed.error?.issues[0]?.message).toContain(words);
  });

  it('makes nothing of no rows, and no rows of what only a program writes', () => {
    expect(toSegment([], FIELDS)).toBeNull();
    expect(toSegmentRows(null)).toEqual([]);
    expect(toSegmentRows({ not: { field: 'title', op: 'is_set' } })).toBeNull();
    expect(toSegmentRows({ all: [{ any: [] }] })).toBeNull();
  });
});

describe('listOperators', () => {
  it('offers what fits the type', () => {
    expect(listOperators('number')).toContain('between');
    expect(listOperators('number')).not.toContain('contains');
    expect(listOperators('date')).toEqual(['is_set', 'is_not_set', 'within_days', 'older_than_days']);
    expect(listOperators('list')).toContain('contains');
  });
});
