import { describe, expect, test } from 'vitest';
import { compileConditions } from './conditions';
import { DEFAULT_LISTS } from './default-lists';
import { createLeadFields } from './fields';
import { parseInstant } from './instants';
import type { Condition, LeadInput, OperandValue, OperatorName } from './types';

const AS_OF = parseInstant('2026-06-01T12:00:00Z');

function makeLead(rest: Partial<LeadInput>): LeadInput {
  return { id: 'l', email: 'jana@acme.example', createdAt: '2026-01-01', attributes: {}, ...rest };
}

function holds(condition: Condition, lead: LeadInput): boolean {
  const set = compileConditions([condition], createLeadFields(DEFAULT_LISTS));
  return set.evaluate(lead, AS_OF)[0] === 1;
}

/** Whether the attribute x satisfies an operator. */
function satisfies(x: unknown, op: OperatorName, value?: OperandValue): boolean {
  return holds({ field: 'x', op, value }, makeLead({ attributes: { x } }));
}

const UNKNOWN = [undefined, null, '', ' \t\n', [], [null], ['', null, []]];

describe('operators', () => {
  test.each<[unknown, OperatorName, OperandValue, boolean]>([
    ['SaaS ', 'eq', ' saas', true],
    ['12', 'eq', 12, false],
    [12, 'eq', '12', false],
    [true, 'eq', true, true],
    ['true', 'eq', true, false],
    [1, 'eq', true, false],
    ['b', 'eq', ['a', 'b'], true],
    [2, 'in', ['2', 2], true],
    ['12', 'neq', 12, true],
    [12, 'neq', 12, false],
    ['c', 'not_in', ['a', 'b'], true],
    ['b', 'not_in', ['a', 'B '], false],
    [{ y: 1 }, 'neq', 'a', false],
    [{ y: 1 }, 'is_set', undefined, true],
    [['a', 'b'], 'eq', 'b', true],
    [['a', 'b'], 'neq', 'b', false],
    [['a', 'b'], 'neq', 'c', true],
    [['a', null, ''], 'neq', 'c', true],
    [[{ y: 1 }], 'neq', 'c', false],
    [[{ y: 1 }, 'a'], 'neq', 'c', true],
    [[5], 'not_contains', 'c', false],
    [[5, 'abc'], 'not_contains', 'c', false],
    [[5, 'ab'], 'not_contains', 'c', true],
    [['a', 12], 'neq', 12, false],
    ['Head of Sales', 'contains', ['x', 'OF'], true],
    ['Head of Sales', 'contains', ' of ', true],
    [12, 'contains', '1', false],
    [12, 'not_contains', '5', false],
    ['Head', 'not_contains', ['x', 'ea'], false],
    ['Sales', 'starts_with', ['SA', 'he'], true],
    ['Sales', 'ends_with', 'es ', true],
    ['Sales', 'ends_with', 'sale', false],
    ['International Sales', 'contains_word', 'intern', false],
    ['Intern, sales', 'contains_word', 'intern', true],
    ['VP, Sales', 'contains_word', 'vp sales', true],
    ['VP of Sales', 'contains_word', 'vp sales', false],
    ['C++ engineer', 'contains_word', 'C', true],
    ['head-of_growth', 'contains_word', ['x', ' Head   of '], true],
    ['Kanzlei MÜLLER', 'contains_word', 'müller', true],
    ['VP2 sales', 'contains_word', 'vp', false],
    [10, 'gt', 10, false],
    [10.5, 'gt', 10, true],
    [10, 'gte', 10, true],
    [-3, 'lt', 0, true],
    [0, 'lte', 0, true],
    ['11', 'gt', 10, false],
    [true, 'gte', 0, false],
    [50, 'between', [50, 60], true],
    [60, 'between', [50, 60], true],
    [60.1, 'between', [50, 60], false],
    [[1, 55], 'between', [50, 60], true],
    [true, 'is_true', undefined, true],
    ['true', 'is_true', undefined, false],
    [1, 'is_true', undefined, false],
    [false, 'is_false', undefined, true],
    [0, 'is_false', undefined, false],
    [[false, true], 'is_true', undefined, true],
    [0, 'is_set', undefined, true],
    [false, 'is_set', undefined, true],
    ['x', 'is_not_set', undefined, false],
    [[null, 'x'], 'is_not_set', undefined, false],
    ['2026-05-25T12:00:00.000Z', 'within_days', 7, true],
    ['2026-05-25T11:59:59.999Z', 'within_days', 7, false],
    ['2026-06-01T12:00:00.001Z', 'within_days', 7, false],
    ['2026-06-01T12:00Z', 'within_days', 0, true],
    ['2026-05-25T11:59:59.999Z', 'older_than_days', 7, true],
    ['2026-05-25T12:00:00.000Z', 'older_than_days', 7, false],
    ['2027-01-01', 'older_than_days', 7, false],
    ['soon', 'within_days', 7, false],
    ['soon', 'older_than_days', 7, false],
    [AS_OF, 'within_days', 7, false],
    [['soon', '2026-05-31'], 'within_days', 7, true],
  ])('%j %s %j', (x, op, value, expected) => {
    expect(satisfies(x, op, value)).toBe(expected);
  });

  test.each(UNKNOWN)('of %j, which is unknown, nothing holds but is_not_set and a plain not', (x) => {
    const lead = makeLead({ attributes: { x } });
    expect(satisfies(x, 'is_not_set')).toBe(true);
    expect(satisfies(x, 'is_set')).toBe(false);
    expect(satisfies(x, 'neq', 'a')).toBe(false);
    expect(satisfies(x, 'not_contains', 'a')).toBe(false);
    expect(satisfies(x, 'not_in', ['a', 1])).toBe(false);
    expect(satisfies(x, 'eq', 'a')).toBe(false);
    expect(satisfies(x, 'is_false')).toBe(false);
    expect(satisfies(x, 'within_days', 7)).toBe(false);
    expect(holds({ not: { field: 'x', op: 'eq', value: 'a' } }, lead)).toBe(true);
  });
});

describe('fields', () => {
  const lead = makeLead({
    email: ' Info@Mail.GMAIL.com ',
    attributes: { title: 'VP', custom: { plan: 'Team', deep: { er: 1 } }, list: [{ a: 1 }], text: 'abc' },
    company: { id: 'c', industry: 'SaaS', name: null },
  });

  test.each<[Condition, boolean]>([
    [{ field: 'title', op: 'eq', value: 'vp' }, true],
    [{ field: 'custom.plan', op: 'eq', value: 'team' }, true],
    [{ field: 'custom.deep.er', op: 'eq', value: 1 }, true],
    [{ field: 'custom.plan.x', op: 'is_set' }, false],
    [{ field: 'list.a', op: 'is_set' }, false],
    [{ field: 'list.length', op: 'is_set' }, false],
    [{ field: 'list.0', op: 'is_set' }, false],
    [{ field: 'text.length', op: 'is_set' }, false],
    [{ field: 'constructor', op: 'is_set' }, false],
    [{ field: '__proto__', op: 'is_set' }, false],
    [{ field: 'custom.toString', op: 'is_set' }, false],
    [{ field: 'company.industry', op: 'eq', value: 'saas' }, true],
    [{ field: 'company.id', op: 'eq', value: 'c' }, true],
    [{ field: 'company.name', op: 'is_not_set' }, true],
    [{ field: 'company', op: 'is_set' }, true],
    [{ field: 'email', op: 'eq', value: 'info@mail.gmail.com' }, true],
    [{ field: 'email.domain', op: 'eq', value: 'mail.gmail.com' }, true],
    [{ field: 'email.kind', op: 'eq', value: 'personal' }, true],
    [{ field: 'email.role', op: 'is_true' }, true],
    [{ field: 'createdAt', op: 'older_than_days', value: 100 }, true],
  ])('%j', (condition, expected) => {
    expect(holds(condition, lead)).toBe(expected);
  });

  test.each<[string | null, string | null, boolean | null]>([
    ['a@gmail.com', 'personal', false],
    ['a@notgmail.com', 'business', false],
    ['a@x.mailinator.com', 'disposable', false],
    ['sales@acme.example', 'business', true],
    ['sales+uk@acme.example', 'business', false],
    ['SALES@acme.example', 'business', true],
    ['"a@b"@gmail.com', 'personal', false],
    ['sales', null, true],
    ['a@', null, false],
    [null, null, null],
    ['  ', null, null],
  ])('%j is %s, role %s', (email, kind, role) => {
    const lead = makeLead({ email });
    const isKind: Condition =
      kind === null
        ? { field: 'email.kind', op: 'is_not_set' }
        : { field: 'email.kind', op: 'eq', value: kind };
    const isRole: Condition = {
      field: 'email.role',
      op: role === null ? 'is_not_set' : role ? 'is_true' : 'is_false',
    };
    expect(holds({ all: [isKind, isRole] }, lead)).toBe(true);
  });

  test('a domain on both lists is disposable', () => {
    const lists = { personalDomains: ['both.example'], disposableDomains: ['Both.Example'], roleNames: [] };
    const set = compileConditions(
      [{ field: 'email.kind', op: 'eq', value: 'disposable' }],
      createLeadFields(lists),
    );
    expect(set.evaluate(makeLead({ email: 'a@both.example' }), AS_OF)[0]).toBe(1);
  });

  test('a creation given as a number is a date as well', () => {
    const lead = makeLead({ createdAt: AS_OF - 86_400_000 });
    expect(holds({ field: 'createdAt', op: 'within_days', value: 1 }, lead)).toBe(true);
  });
});

describe('combinations', () => {
  const yes: Condition = { all: [] };
  const no: Condition = { any: [] };

  test.each<[Condition, boolean]>([
    [yes, true],
    [no, false],
    [{ not: no }, true],
    [{ not: { not: no } }, false],
    [{ all: [yes, no] }, false],
    [{ all: [yes, { any: [no, yes] }] }, true],
    [{ any: [{ all: [yes, no] }, { not: yes }] }, false],
    [{ not: { all: [yes, { any: [no] }] } }, true],
  ])('%j', (condition, expected) => {
    expect(holds(condition, makeLead({}))).toBe(expected);
  });

  test('more comparisons of one field than a word has bits', () => {
    const conditions = Array.from({ length: 100 }, (_, value): Condition => ({
      field: 'x',
      op: 'eq',
      value,
    }));
    const set = compileConditions(conditions, createLeadFields(DEFAULT_LISTS));
    for (const x of [0, 29, 30, 31, 61, 99]) {
      const held = set.evaluate(makeLead({ attributes: { x } }), AS_OF);
      expect(Array.from(held).flatMap((one, place) => (one ? [place] : []))).toEqual([x]);
    }
  });
});
