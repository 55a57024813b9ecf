import { describe, expect, it } from 'vitest';
import { diffValues, flattenValues, nestAttributes, revertValues } from './flat-values';

const ROW = {
  name: 'Ann',
  companyId: null,
  createdAt: new Date('2026-01-01T00:00:00Z'),
  attributes: { title: 'CEO', tags: ['a'], custom: { plan: 'pro' } },
};

describe('flat values', () => {
  it('name attributes by path, and leave out what is unknown', () => {
    const flat = flattenValues(ROW);
    expect(flat).toEqual({
      name: 'Ann',
      createdAt: '2026-01-01T00:00:00.000Z',
      'attributes.title': 'CEO',
      'attributes.tags': ['a'],
      'attributes.custom.plan': 'pro',
    });
    expect(nestAttributes(flat)).toEqual(ROW.attributes);
  });

  it('tell what differs', () => {
    const after = {
      ...flattenValues(ROW),
      name: 'Anna',
      'attributes.city': 'Rome',
      'attributes.tags': ['a'],
    };
    expect(diffValues(flattenValues(ROW), after)).toEqual({
      before: { name: 'Ann', 'attributes.city': null },
      after: { name: 'Anna', 'attributes.city': 'Rome' },
    });
  });

  it('go back as far as nobody changed them since', () => {
    const before = { name: 'Ann', 'attributes.city': null };
    const after = { name: 'Anna', 'attributes.city': 'Rome' };
    const back = revertValues({ name: 'Hanna', 'attributes.city': 'Rome' }, before, after);
    expect(back).toEqual({
      values: { name: 'Hanna', 'attributes.city': null },
      reverted: ['attributes.city'],
    });
  });
});
