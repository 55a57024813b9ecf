import { describe, expect, it } from 'vitest';
import { buildPatch, inferType, readCompanyTraits, readPersonTraits, readTrait } from './read-traits';

const patchOf = (traits: Record<string, unknown>) =>
  buildPatch(readPersonTraits(traits).own, () => undefined);

describe('readPersonTraits', () => {
  it("reads Segment's reserved traits as our attributes", () => {
    const traits = {
      email: 'ann@acme.example',
      name: 'Ann Lee',
      firstName: 'Ann',
      lastName: 'Lee',
      title: 'CFO',
      phone: '+1',
      website: 'https://ann.example',
      createdAt: '2026-01-02T03:04:05Z',
      address: { street: 'Main 1', city: 'Rome', state: 'RM', postalCode: '00100', country: 'Italy' },
      avatar: 'https://pictures.example/1.png',
      id: '7',
    };
    expect(readPersonTraits(traits)).toMatchObject({
      name: 'Ann Lee',
      createdAt: '2026-01-02T03:04:05.000Z',
    });
    expect(patchOf(traits).patch).toEqual({
      firstName: 'Ann',
      lastName: 'Lee',
      title: 'CFO',
      phone: '+1',
      website: 'https://ann.example',
      street: 'Main 1',
      city: 'Rome',
      region: 'RM',
      postalCode: '00100',
      country: 'Italy',
    });
  });

  it('tells the company, nested or flat', () => {
    const nested = readPersonTraits({
      company: { name: 'Acme', website: 'www.acme.example', employees: 12 },
    });
    const flat = readPersonTraits({ companyName: 'Acme', 'Company Domain': 'acme.example', employees: 12 });
    for (const { company } of [nested, flat]) {
      expect(company).toMatchObject({ name: 'Acme', domain: 'acme.example' });
      expect(buildPatch(company?.own ?? [], () => undefined).patch).toMatchObject({ employees: 12 });
    }
    expect(readPersonTraits({ company: 'Acme' }).company).toMatchObject({ name: 'Acme', domain: null });
    expect(readPersonTraits({ title: 'CFO' }).company).toBeNull();
  });

  it('makes own attributes of what nobody knows, and of what the public key must not change', () => {
    expect(
      patchOf({ 'Plan Tier': 'pro', prefs: { news: { weekly: true } }, owner: 'x@y.example' }).patch,
    ).toEqual({
      'custom.plan_tier': 'pro',
      'custom.prefs_news_weekly': true,
      'custom.owner': 'x@y.example',
    });
  });

  it('takes a value as its attribute takes it, or says why not', () => {
    const { own } = readPersonTraits({ seats: 'many', score: '7', flags: 'a;b' });
    const types = { 'custom.seats': 'number', 'custom.score': 'number', 'custom.flags': 'list' } as const;
    const { patch, faults } = buildPatch(own, (path) => new Map(Object.entries(types)).get(path));
    expect(patch).toEqual({ 'custom.score': 7, 'custom.flags': ['a;b'] });
    expect(faults).toMatchObject([{ path: 'traits.seats' }]);
  });
});

describe('readCompanyTraits', () => {
  it('reads name, domain and attributes', () => {
    const company = readCompanyTraits({
      name: 'Acme',
      website: 'https://acme.example/',
      employee_count: '1,200',
    });
    expect(company).toMatchObject({ name: 'Acme', domain: 'acme.example' });
    expect(buildPatch(company.own, () => undefined).patch).toMatchObject({ employees: 1200 });
  });
});

describe('inferType', () => {
  it.each([
    [1, 'number'],
    [true, 'boolean'],
    [['a'], 'list'],
    ['2026-01-31', 'date'],
    ['2026-01-31T10:00:00Z', 'date'],
    ['2026-13-31', 'text'],
    ['12', 'text'],
  ])('%j is a %s', (value, type) => expect(inferType(value)).toBe(type));
});

describe('readTrait', () => {
  it.each([
    [12, 'text', { value: '12' }],
    ['yes', 'boolean', { value: true }],
    [['a', 1, {}], 'list', { value: ['a', '1'] }],
    ['a', 'list', { value: ['a'] }],
  ] as const)('%j as %s', (value, type, read) => expect(readTrait(value, type)).toEqual(read));
  it('wants one value where there is one', () =>
    expect(readTrait(['a', 'b'], 'text')).toHaveProperty('reason'));
});
