import { describe, expect, it } from 'vitest';
import { HeldCompanies } from './held-companies';
import { HeldRecords, type Contradiction } from './held-records';
import { RepeatedKeys } from './repeated-keys';
import type { LeadCompany } from '@/lib/intake/types';

interface Item {
  keys: string[];
  value: string;
}

/** Passes items through in the order of their rows, and says what comes out, row by row. */
function pass(items: Item[], limit?: number) {
  const repeated = new RepeatedKeys();
  items.forEach(({ keys }, index) => keys.forEach((key) => repeated.note(key, index + 2)));
  const merge = (first: Item, second: Item): Item | Contradiction =>
    second.value === '!'
      ? { contradiction: 'no' }
      : { keys: [...first.keys, ...second.keys], value: first.value + second.value };
  const held = new HeldRecords<Item>(repeated, merge, limit);
  const out = items.map((item, index) => held.take(index + 2, item.keys, item));
  const show = (group: (typeof out)[number]) =>
    group && ('rows' in group ? `${group.record.value} ${group.rows.join('+')}` : group.contradiction);
  return { out: out.map(show), left: held.flush().map(show) };
}

describe('HeldRecords', () => {
  it('lets through what occurs once, and waits for the last row of the rest', () => {
    const { out, left } = pass([
      { keys: ['a'], value: '1' },
      { keys: ['b'], value: '2' },
      { keys: ['a'], value: '3' },
      { keys: ['a'], value: '4' },
    ]);
    expect(out).toEqual([null, '2 3', null, '134 2+4+5']);
    expect(left).toEqual([]);
  });

  it('brings rows together that share either of two keys', () => {
    const { out } = pass([
      { keys: ['mail'], value: '1' },
      { keys: ['mail', 'id'], value: '2' },
      { keys: ['id'], value: '3' },
    ]);
    expect(out).toEqual([null, null, '123 2+3+4']);
  });

  it('refuses a row that contradicts the others, and goes on without it', () => {
    const { out, left } = pass([
      { keys: ['a'], value: '1' },
      { keys: ['a'], value: '!' },
    ]);
    expect(out).toEqual([null, 'no']);
    expect(left).toEqual(['1 2']);
  });

  it('holds no more than it may', () => {
    const rows = ['a', 'b', 'a', 'b'].map((key, index) => ({ keys: [key], value: String(index) }));
    expect(pass(rows, 1).out).toEqual([null, '1 3', '02 2+4', '3 5']);
  });
});

describe('RepeatedKeys', () => {
  it('knows the last row of every repeated key among many', () => {
    const repeated = new RepeatedKeys();
    for (let index = 0; index < 50_000; index++) repeated.note(`person${index}@x.example`, index);
    for (let index = 0; index < 100; index++) repeated.note(`person${index * 7}@x.example`, 60_000 + index);
    expect(repeated.lastRow('person7@x.example')).toBe(60_001);
    expect(repeated.lastRow('person693@x.example')).toBe(60_099);
    expect(repeated.lastRow('person1@x.example')).toBeUndefined();
    expect(repeated.lastRow('nobody')).toBeUndefined();
  });
});

describe('HeldCompanies', () => {
  const company = (employees: number | null): LeadCompany => ({
    name: null,
    domain: 'x.example',
    fillOnly: false,
    attributes: employees === null ? {} : { employees },
  });

  it('lets the last row of a company say what all its rows say', () => {
    const repeated = new RepeatedKeys();
    for (const row of [2, 3, 4]) repeated.note('c x.example', row);
    const held = new HeldCompanies(repeated);
    expect(held.take(2, company(10))).toMatchObject({ fillOnly: true, attributes: { employees: 10 } });
    expect(held.take(3, company(20))).toMatchObject({ fillOnly: true, attributes: { employees: 20 } });
    expect(held.take(4, { ...company(null), attributes: { industry: 'Retail' } })).toMatchObject({
      fillOnly: false,
      attributes: { employees: 20, industry: 'Retail' },
    });
    expect(held.flush()).toEqual([]);
  });

  it('keeps what was said when the last row says nothing', () => {
    const repeated = new RepeatedKeys();
    for (const row of [2, 3]) repeated.note('c x.example', row);
    const held = new HeldCompanies(repeated);
    held.take(2, company(10));
    held.take(3, company(null));
    expect(held.flush()).toMatchObject([{ attributes: { employees: 10 } }]);
  });
});
