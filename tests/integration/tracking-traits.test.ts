import { describe, expect, it } from 'vitest';
import { getDb } from '@/lib/server/db';
import { listRejectedEvents } from '@/lib/tracking/data';
import { batch, findLead, identify, send, track, trackInEmptyHouse } from '@/tests/support/tracking-fixtures';

trackInEmptyHouse();

describe('what traits say', () => {
  it('fills the standard attributes, the company, and own attributes with types', async () => {
    await send('identify', {
      userId: 'h1',
      traits: {
        email: 'hal@acme.example',
        firstName: 'Hal',
        last_name: 'Ode',
        title: 'VP Sales',
        phone: '+49 30 1',
        address: { city: 'Berlin', country: 'Germany', state: 'BE', postalCode: 10115 },
        company: {
          name: 'Acme',
          domain: 'https://www.acme.example',
          employee_count: '250',
          industry: 'SaaS',
        },
        seats: 12,
        beta: true,
        renewsAt: '2027-01-31',
        tools: ['Slack', 'Jira'],
        prefs: { news: false },
      },
    });
    const lead = await findLead('hal@acme.example');
    expect(lead).toMatchObject({ name: 'Hal Ode', company: { name: 'Acme', domain: 'acme.example' } });
    expect(lead.attributes).toEqual({
      firstName: 'Hal',
      lastName: 'Ode',
      title: 'VP Sales',
      phone: '+49 30 1',
      city: 'Berlin',
      country: 'Germany',
      region: 'BE',
      postalCode: '10115',
      custom: { seats: 12, beta: true, renewsAt: '2027-01-31', tools: ['Slack', 'Jira'], prefs_news: false },
    });
    expect(lead.company?.attributes).toEqual({ employees: 250, industry: 'SaaS' });
    const definitions = await getDb().attributeDefinition.findMany({ where: { entity: 'lead' } });
    expect(Object.fromEntries(definitions.map(({ key, type }) => [key, type]))).toEqual({
      'custom.seats': 'number',
      'custom.beta': 'boolean',
      'custom.renewsAt': 'date',
      'custom.tools': 'list',
      'custom.prefs_news': 'boolean',
    });
  });

  it('keeps what fits its attribute, and lists what does not', async () => {
    await send('identify', { userId: 'i1', traits: { email: 'ivy@acme.example', seats: 12 } });
    await send('identify', { userId: 'i1', traits: { seats: '15', title: 'CEO' } });
    await send('identify', { userId: 'i1', traits: { seats: 'many', title: 'COO' } });
    const { attributes } = await findLead('ivy@acme.example');
    expect(attributes).toEqual({ title: 'COO', custom: { seats: 15 } });
    expect(await listRejectedEvents({ limit: 5 })).toMatchObject([{ path: 'traits.seats' }]);
  });

  it('lists an address that is none, and takes the rest of what is said', async () => {
    await batch(identify({ userId: 'i2', traits: { email: 'ivy at acme', title: 'CEO' } }));
    const [lead] = await getDb().lead.findMany();
    expect(lead).toMatchObject({ email: null, externalId: 'i2', attributes: { title: 'CEO' } });
    expect(await listRejectedEvents({ limit: 5 })).toMatchObject([{ path: 'traits.email' }]);
  });

  it('lets nobody with the public key set owner or deals', async () => {
    const owner = await getDb().user.create({
      data: { email: 'rep@x.example', name: 'Rep', role: 'rep', passwordHash: 'x' },
    });
    await send('identify', {
      userId: 'j1',
      traits: { email: 'jo@acme.example', owner: owner.email, dealOutcome: 'won', 'deal.outcome': 'won' },
    });
    expect(await findLead('jo@acme.example')).toMatchObject({ ownerId: null });
    expect(await getDb().deal.count()).toBe(0);
  });

  it('feeds companies from groups, and makes the user one of their people', async () => {
    await send('identify', { userId: 'k1', traits: { email: 'kim@globex.example' } });
    await send('group', {
      userId: 'k1',
      groupId: 'g-1',
      traits: { name: 'Globex', employees: 900, plan: 'pro' },
    });
    await send('group', {
      userId: 'k1',
      groupId: 'g-1',
      traits: { website: 'globex.example', industry: 'Energy' },
    });
    const lead = await findLead('kim@globex.example');
    expect(lead.company).toMatchObject({ name: 'Globex', domain: 'globex.example', externalId: 'g-1' });
    expect(lead.company?.attributes).toEqual({
      website: 'globex.example',
      employees: 900,
      industry: 'Energy',
      custom: { plan: 'pro' },
    });
    await batch(track('Demo Requested', { userId: 'k1' }));
    expect(await getDb().event.findFirstOrThrow()).toMatchObject({
      leadId: lead.id,
      companyId: lead.companyId,
    });
  });

  it('keeps the company of a visitor until it is known who they are', async () => {
    await batch(
      { type: 'group', anonymousId: 'vl', groupId: 'g-1', traits: { name: 'Initech' } },
      { type: 'group', anonymousId: 'vl', groupId: 'g-2', traits: { name: 'Globex' } },
      track('Demo Requested', { anonymousId: 'vl' }),
    );
    await batch(
      identify({ anonymousId: 'vl', userId: 'l1', traits: { email: 'lou@globex.example' } }),
      track('Trial Started', { userId: 'l1' }),
    );
    const lead = await findLead('lou@globex.example');
    expect(lead.company).toMatchObject({ name: 'Globex', externalId: 'g-2' });
    expect(lead.events.map(({ companyId }) => companyId)).toEqual([lead.companyId, lead.companyId]);
    expect(await getDb().visitorCompany.count()).toBe(0);
  });

  it('leaves somebody in the company that is known of them, whatever they said as a visitor', async () => {
    const told = { email: 'mia@acme.example', company: { name: 'Acme', domain: 'acme.example' } };
    await batch({ type: 'group', anonymousId: 'vm', groupId: 'g-2', traits: { name: 'Globex' } });
    await batch(identify({ anonymousId: 'vm', userId: 'm1', traits: told }));
    expect((await findLead('mia@acme.example')).company).toMatchObject({ name: 'Acme' });
  });
});
