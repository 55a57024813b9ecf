import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { STANDARD_COMPANY_ATTRIBUTES } from '@/lib/companies/constants';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { quarantineEvents } from '@/lib/events/quarantine-events';
import { STANDARD_LEAD_ATTRIBUTES } from '@/lib/leads/constants';
import { generateDemoData } from './generate-demo-data';
import { DAY } from './random';
import type { JsonObject } from './types';

const NOW = new Date('2026-06-10T09:30:00Z');
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const data = generateDemoData({ now: NOW });
const leads = new Map(data.leads.map((lead) => [lead.id, lead]));
const companies = new Map(data.companies.map((company) => [company.id, company]));
const users = new Map(data.users.map((user) => [user.id, user]));

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

/** The instant that a uuid v7 carries, in milliseconds. */
function instantOf(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}

describe('generateDemoData', () => {
  it('gives enough of everything, over eighteen months', () => {
    expect(data.companies.length).toBeGreaterThanOrEqual(1_500);
    expect(data.leads.length).toBeGreaterThanOrEqual(5_000);
    expect(data.events.length).toBeGreaterThanOrEqual(80_000);
    const closed = data.deals.filter(({ outcome }) => outcome !== 'open');
    expect(closed.length).toBeGreaterThanOrEqual(900);
    expect(data.deals.length - closed.length).toBeGreaterThanOrEqual(100);
    const first = Math.min(...data.leads.map(({ createdAt }) => createdAt.getTime()));
    expect((NOW.getTime() - first) / DAY).toBeGreaterThan(530);
  });

  it('is the same for the same instant and seed, and another for another seed', { timeout: 30_000 }, () => {
    expect(isDeepStrictEqual(generateDemoData({ now: NOW }), data)).toBe(true);
    expect(generateDemoData({ now: NOW, seed: 2 }).leads[0]?.id).not.toBe(data.leads[0]?.id);
  });

  it('gives every row an id of its own that carries its time', () => {
    const { users, companies, leads, attributeChanges, events, deals, activities, assignments } = data;
    const rows = [users, companies, leads, attributeChanges, events, deals, activities, assignments].flat();
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id) => !UUID_V7.test(id))).toEqual([]);
    expect(repeated(ids)).toEqual([]);
    expect(events.filter(({ id, at }) => instantOf(id) !== at.getTime())).toEqual([]);
  });

  it('repeats no e-mail, domain, message or external id', () => {
    expect(repeated(data.leads.map(({ emailKey }) => emailKey))).toEqual([]);
    expect(repeated(data.companies.map(({ domain }) => domain))).toEqual([]);
    expect(repeated(data.events.map(({ messageId }) => messageId))).toEqual([]);
    for (const rows of [data.companies, data.leads, data.deals]) {
      expect(repeated(rows.map(({ externalId }) => externalId))).toEqual([]);
    }
    expect(repeated(data.engagements.map(({ leadId }) => leadId))).toEqual([]);
  });

  it('spells e-mail addresses and domains in plain lower-case letters', () => {
    expect(
      data.leads.map(({ email }) => email).filter((email) => !/^[a-z0-9.]+@[a-z0-9.-]+$/.test(email)),
    ).toEqual([]);
    expect(
      data.companies.map(({ domain }) => domain).filter((domain) => !/^[a-z0-9-]+\.example$/.test(domain)),
    ).toEqual([]);
  });

  it('refers only to rows that exist', () => {
    for (const { leadId, companyId } of [...data.events, ...data.deals]) {
      if (leadId !== null && leads.get(leadId)?.companyId !== companyId)
        expect.fail(`lead ${leadId} is elsewhere`);
      if (companyId !== null && !companies.has(companyId)) expect.fail(`no company ${companyId}`);
    }
    for (const { leadId, userId } of [...data.activities, ...data.assignments, ...data.engagements]) {
      expect(leads.has(leadId) && users.get(userId)?.role === 'rep').toBe(true);
    }
    for (const { leadId, companyId } of data.attributeChanges) {
      expect(
        (leadId !== null && leads.has(leadId)) !== (companyId !== null && companies.has(companyId)),
      ).toBe(true);
    }
    expect(data.leads.filter(({ ownerId }) => ownerId !== null && !users.has(ownerId))).toEqual([]);
  });

  it('knows the four printed sign-ins', () => {
    const signIns = data.users.filter(({ email }) =>
      /^(rep|ops|manager|admin)@leadgrid\.example$/.test(email),
    );
    expect(signIns.map(({ email, role }) => email === `${role}@leadgrid.example`)).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  it('uses standard event types, standard attributes, and custom ones that are defined', () => {
    const types = new Set(STANDARD_EVENT_TYPES.map(({ key }) => key));
    expect(data.events.filter(({ type }) => !types.has(type))).toEqual([]);
    const ofLeads = new Set<string>(STANDARD_LEAD_ATTRIBUTES.map(({ key }) => key)).add('custom');
    const ofCompanies = new Set<string>(STANDARD_COMPANY_ATTRIBUTES.map(({ key }) => key));
    expect(
      data.leads.flatMap(({ attributes }) => Object.keys(attributes)).filter((key) => !ofLeads.has(key)),
    ).toEqual([]);
    expect(
      data.companies
        .flatMap(({ attributes }) => Object.keys(attributes))
        .filter((key) => !ofCompanies.has(key)),
    ).toEqual([]);
    const defined = new Set(data.attributeDefinitions.map(({ key }) => key));
    const custom = data.leads.flatMap(({ attributes }) =>
      Object.keys((attributes.custom ?? {}) as JsonObject),
    );
    expect(custom.filter((key) => !defined.has(`custom.${key}`))).toEqual([]);
  });

  it('puts everything in an order that can have happened', () => {
    expect(data.events.filter(({ at, receivedAt }) => receivedAt < at || receivedAt > NOW)).toEqual([]);
    for (const deal of data.deals) {
      const lead = leads.get(deal.leadId);
      const instants = [lead?.createdAt, deal.engagedAt, deal.createdAt, deal.closedAt ?? NOW, NOW].map(
        Number,
      );
      expect(instants).toEqual([...instants].sort((left, right) => left - right));
      expect(lead?.firstEngagedAt).toEqual(deal.engagedAt);
    }
    for (const { assignedAt, firstTouchAt, endedAt } of data.assignments) {
      const instants = [assignedAt, firstTouchAt ?? assignedAt, endedAt ?? NOW].map(Number);
      expect(instants).toEqual([...instants].sort((left, right) => left - right));
    }
    const late = [...data.leads.map(({ createdAt }) => createdAt), ...data.activities.map(({ at }) => at)];
    expect(late.filter((at) => at > NOW)).toEqual([]);
  });

  it('keeps changes that lead, in order, to the present value', () => {
    const values = new Map<string, unknown>();
    for (const change of [...data.attributeChanges].sort(
      (left, right) => Number(left.at) - Number(right.at),
    )) {
      const id = change.leadId ?? change.companyId ?? '';
      const slot = `${id} ${change.key}`;
      if (values.has(slot)) expect(change.before).toEqual(values.get(slot));
      values.set(slot, change.after);
    }
    for (const [slot, value] of values) {
      const [id = '', key = ''] = slot.split(' ');
      const attributes = (leads.get(id) ?? companies.get(id))?.attributes ?? {};
      const holder = key.startsWith('custom.') ? (attributes.custom as JsonObject) : attributes;
      expect(holder[key.replace('custom.', '')]).toEqual(value);
    }
  });

  it('closes deals as deals close: about one in four won, in three weeks to four months', () => {
    const closed = data.deals.filter(({ outcome }) => outcome !== 'open');
    const won = closed.filter(({ outcome }) => outcome === 'won').length / closed.length;
    expect(won).toBeGreaterThan(0.2);
    expect(won).toBeLessThan(0.35);
    const days = closed.map(({ createdAt, closedAt }) => (Number(closedAt) - Number(createdAt)) / DAY);
    expect(Math.min(...days)).toBeGreaterThan(18);
    expect(Math.max(...days)).toBeLessThan(124);
    expect(
      closed.filter(({ outcome, lostReason }) => (outcome === 'lost') !== (lostReason !== null)),
    ).toEqual([]);
  });

  it('gives every present rep work, and leaves some for the taking', () => {
    const open = data.assignments.filter(({ firstTouchAt }) => firstTouchAt === null);
    expect(open.length).toBeGreaterThan(40);
    expect(new Set(open.map(({ userId }) => userId)).size).toBe(5);
    expect(
      data.leads.filter(({ snoozedUntil }) => snoozedUntil !== null && snoozedUntil > NOW).length,
    ).toBeGreaterThan(5);
    expect(data.events.filter(({ filteredAs }) => filteredAs !== null).length).toBeGreaterThan(500);
  });

  it('sets aside exactly the events that the rules would', () => {
    const judged = quarantineEvents(
      data.events.map(({ at, ...event }) => ({
        ...event,
        at: at.getTime(),
        filteredAs: null,
        restored: false,
      })),
      [],
    );
    const filtered = data.events.flatMap(({ id, filteredAs }) =>
      filteredAs === null ? [] : [[id, filteredAs]],
    );
    expect([...judged].sort()).toEqual(filtered.sort());
  });
});
