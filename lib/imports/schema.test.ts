import { describe, expect, it } from 'vitest';
import { ImportFault } from './import-fault';
import { fileNameSchema, parseMapping } from './schema';

function faultOf(mapping: unknown): ImportFault {
  try {
    parseMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  } catch (error) {
    if (error instanceof ImportFault) return error;
  }
  throw new Error('The mapping was taken');
}

describe('parseMapping', () => {
  it('takes columns, values and constants', () => {
    const mapping = {
      kind: 'leads',
      columns: { job: 'title', y: 'deal.outcome', duration: null, plan: 'custom.plan' },
      values: { 'deal.outcome': { yes: 'won', no: 'lost' } },
      constants: { externalId: 'bank-{row}', 'custom.wave': 3 },
    };
    expect(parseMapping(JSON.stringify(mapping))).toEqual({
      ...mapping,
      styles: {},
      constants: { externalId: 'bank-{row}', 'custom.wave': '3' },
    });
  });

  it('needs no more than a kind', () => {
    expect(parseMapping('{"kind":"deals"}')).toEqual({
      kind: 'deals',
      styles: {},
      columns: {},
      values: {},
      constants: {},
    });
  });

  it.each([
    ['kind', { kind: 'people' }],
    ['columns.Job', { kind: 'leads', columns: { Job: 'tittle' } }],
    ['columns.B', { kind: 'leads', columns: { A: 'email', B: 'email' } }],
    ['values.outcome', { kind: 'leads', values: { outcome: { a: 'b' } } }],
    ['constants.deal.closedAt', { kind: 'leads', constants: { 'deal.closedAt': 'soon' } }],
    ['constants.custom.a b', { kind: 'companies', constants: { 'custom.a b': 'x' } }],
    ['', { kind: 'leads', colums: {} }],
  ])('says that the fault is at %j', (path, mapping) => {
    expect(faultOf(mapping).issues.map((issue) => issue.path)).toEqual([path]);
  });

  it('lists the fields that there are', () => {
    expect(faultOf({ kind: 'deals', columns: { A: 'tier' } }).message).toContain('lostReason');
  });

  it('says that it is not JSON', () => {
    expect(faultOf('{').message).toMatch(/^The mapping is not JSON/);
  });
});

describe('fileNameSchema', () => {
  it('keeps the name alone', () => {
    expect(fileNameSchema.parse('C:\\exports\\../contacts.csv')).toBe('contacts.csv');
    expect(fileNameSchema.safeParse('a/').success).toBe(false);
  });
});
