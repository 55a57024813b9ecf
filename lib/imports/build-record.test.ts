import { describe, expect, it } from 'vitest';
import { buildCompany, buildDeal, buildEvent, buildLead, outcomeOfStage } from './build-record';
import type { Value } from '@/lib/intake/types';

const CONTEXT = { source: 'crm', sourceNamed: true, now: '2026-01-01T00:00:00.000Z' };
const values = (entries: Record<string, Value>) => new Map(Object.entries(entries));

describe('buildLead', () => {
  it('sorts values into the lead, its company and its deal', () => {
    const built = buildLead(
      values({
        email: 'a@x.example',
        title: 'CFO',
        'custom.plan': 'pro',
        owner: 'Rep@X.example',
        'company.name': 'X',
        'company.employees': 5,
        'deal.outcome': 'won',
        'deal.amount': '10.00',
        'deal.closedAt': '2025-01-01T00:00:00.000Z',
      }),
      CONTEXT,
    );
    expect(built).toEqual({
      record: {
        email: 'a@x.example',
        externalId: null,
        source: 'crm',
        sourceNamed: true,
        name: null,
        createdAt: null,
        ownerEmail: 'rep@x.example',
        attributes: { title: 'CFO', 'custom.plan': 'pro' },
        company: { name: 'X', domain: null, fillOnly: false, attributes: { employees: 5 } },
        deal: { outcome: 'won', amount: '10.00', createdAt: null, closedAt: '2025-01-01T00:00:00.000Z' },
      },
    });
  });

  it('needs an e-mail address or an external id', () => {
    expect(buildLead(values({ title: 'CFO' }), CONTEXT)).toMatchObject({ path: 'email' });
    expect(buildLead(values({ externalId: '7' }), CONTEXT)).toHaveProperty('record');
  });

  it('refuses people from the future, a day of time zones apart', () => {
    expect(
      buildLead(values({ email: 'a@x.example', createdAt: '2026-01-03T00:00:00.000Z' }), CONTEXT),
    ).toMatchObject({
      path: 'createdAt',
    });
    expect(
      buildLead(values({ email: 'a@x.example', createdAt: '2026-01-01T12:00:00.000Z' }), CONTEXT),
    ).toHaveProperty('record');
  });
});

describe('buildCompany', () => {
  it('needs a name or a domain', () => {
    expect(buildCompany(values({ externalId: '7' }), CONTEXT)).toMatchObject({ path: 'name' });
  });
});

describe('buildEvent', () => {
  const event = { type: 'page_viewed', at: '2025-01-01T00:00:00.000Z', 'lead.email': 'a@x.example' };

  it('keeps the id under its source', () => {
    expect(buildEvent(values({ ...event, messageId: '7' }), CONTEXT)).toMatchObject({
      record: { messageId: 'crm:7' },
    });
  });

  it('knows a row without an id by its content, whatever the order of its columns', () => {
    const idOf = (entries: Record<string, Value>) => {
      const built = buildEvent(values(entries), CONTEXT);
      return 'record' in built ? built.record.messageId : null;
    };
    const page = { 'properties.path': '/pricing' };
    expect(idOf({ ...event, ...page })).toBe(idOf({ ...page, ...event }));
    expect(idOf({ ...event, ...page })).not.toBe(idOf({ ...event, 'properties.path': '/blog' }));
  });

  it('nests properties by their paths', () => {
    const built = buildEvent(
      values({ ...event, 'properties.utm.source': 'ads', 'properties.path': '/' }),
      CONTEXT,
    );
    expect(built).toMatchObject({ record: { properties: { utm: { source: 'ads' }, path: '/' } } });
  });

  it.each(['type', 'at', 'lead.email'] as const)('needs %s', (path) => {
    const rest = Object.fromEntries(Object.entries(event).filter(([key]) => key !== path));
    expect(buildEvent(values(rest), CONTEXT)).toMatchObject({ path });
  });
});

describe('buildDeal', () => {
  it('reads the outcome from the stage, and closes only what is closed', () => {
    const closedAt = '2025-06-01T00:00:00.000Z';
    const deal = { externalId: '1', 'company.domain': 'x.example', closedAt };
    expect(buildDeal(values({ ...deal, stage: 'Closed Won' }), CONTEXT)).toMatchObject({
      record: { outcome: 'won', closedAt },
    });
    expect(buildDeal(values({ ...deal, stage: 'Contract Sent' }), CONTEXT)).toMatchObject({
      record: { outcome: 'open', closedAt: null },
    });
  });

  it('needs a lead or a company', () => {
    expect(buildDeal(values({ externalId: '1' }), CONTEXT)).toMatchObject({ path: 'lead.email' });
  });
});

describe('outcomeOfStage', () => {
  it.each([
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['Won', 'won'],
    ['6. Closed/Lost', 'lost'],
    ['closedlost', 'lost'],
    ['Wonderful talk', 'open'],
    ['Qualified to Buy', 'open'],
  ])('%s is %s', (stage, outcome) => expect(outcomeOfStage(stage)).toBe(outcome));
});
