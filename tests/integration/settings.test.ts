import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { listAuditActions, listAuditEntries } from '@/lib/audit/data';
import { writeAudit } from '@/lib/audit/mutations';
import { grant, type Actor } from '@/lib/auth/actor';
import { readCriterionFigures } from '@/lib/effects/data';
import { applyEdit } from '@/lib/rubrics/edit-rubric';
import { readCompetitors } from '@/lib/rubrics/competitors';
import { findDraft, findLiveRubric, findLiveVersion, findRubricVersion } from '@/lib/rubrics/data';
import { discardDraft, saveDraft } from '@/lib/rubrics/mutations/drafts';
import { saveCompetitors } from '@/lib/rubrics/mutations/save-competitors';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { closeDb, getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { listAttributes, listEventTypes, readOwnLists } from '@/lib/settings/data';
import { saveLists } from '@/lib/settings/mutations';
import { ownListsSchema } from '@/lib/settings/schema';
import { clearDatabase } from '../support/clear-database';
import { readStoredContributions } from '../support/score-fixtures';

const NOW = new Date('2026-11-22T09:00:00Z');
const DAY_MS = 86_400_000;
const NO_LISTS = { personalDomains: [], disposableDomains: [], businessDomains: [], roleNames: [] };

async function createOps(): Promise<Actor<'rubric:write'>> {
  const user = await getDb().user.create({
    data: { name: 'Olga Ops', email: 'olga@ops.example', role: 'ops', passwordHash: 'none' },
  });
  const actor = grant(user, 'rubric:write');
  if (!actor) throw new Error('Ops edit the rubric');
  return actor;
}

async function createLead(email: string, title: string) {
  const company = await getDb().company.create({
    data: {
      name: `Company of ${email}`,
      attributes: { industry: 'Software', employees: 400 },
      createdAt: NOW,
    },
  });
  return getDb().lead.create({
    data: {
      email,
      emailKey: email,
      name: email,
      companyId: company.id,
      attributes: { title },
      createdAt: NOW,
    },
  });
}

async function addEvent(leadId: string, type: string, daysAgo: number): Promise<void> {
  const at = new Date(NOW.getTime() - daysAgo * DAY_MS);
  await getDb().event.create({
    data: { messageId: `${leadId}-${type}-${daysAgo}`, leadId, type, at, receivedAt: at, source: 'test' },
  });
}

async function rescoreEveryone(): Promise<void> {
  const leads = await getDb().lead.findMany({ select: { id: true } });
  await getDb().staleScore.createMany({
    data: leads.map(({ id }) => ({ leadId: id, cause: 'event' as const })),
    skipDuplicates: true,
  });
  await rescoreStale({ clock: () => NOW });
}

beforeEach(async () => {
  await clearDatabase();
  await getDb().setting.deleteMany();
});
afterAll(closeDb);

describe('audit log', () => {
  async function write(count: number): Promise<void> {
    for (let n = 1; n <= count; n += 1) {
      const action = n % 2 === 0 ? 'rubric.published' : 'person.invited';
      await writeAudit(getDb(), { user: null, actor: 'test', action, subject: String(n) });
    }
    // One instant for all: the order must not hang on the clock.
    await getDb().auditEntry.updateMany({ data: { at: NOW } });
  }
  const subjects = (rows: { subject: string | null }[]) => rows.map(({ subject }) => subject);

  it('pages forth and back over entries of the same instant, each once', async () => {
    await write(7);
    const first = await listAuditEntries({ limit: 3 });
    const second = await listAuditEntries({ limit: 3, before: first.at(-1) });
    const third = await listAuditEntries({ limit: 3, before: second.at(-1) });
    expect(subjects([...first, ...second, ...third])).toEqual(['7', '6', '5', '4', '3', '2', '1']);
    expect(subjects(await listAuditEntries({ limit: 3, after: third[0] }))).toEqual(subjects(second));
    expect(await listAuditEntries({ limit: 3, after: first[0] })).toEqual([]);
  });

  it('filters by action and names every action', async () => {
    await write(4);
    expect(subjects(await listAuditEntries({ limit: 9, action: 'rubric.published' }))).toEqual(['4', '2']);
    expect(await listAuditActions()).toEqual(['person.invited', 'rubric.published']);
  });
});

describe('lists', () => {
  it('are scored with once they are saved, for every lead, and logged', async () => {
    const ops = await createOps();
    const lead = await createLead('ada@homemail.example', 'VP Sales');
    await rescoreEveryone();
    const before = await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead.id } });

    const lists = ownListsSchema.parse({ ...NO_LISTS, personalDomains: ['homemail.example'] });
    const saved = await saveLists(ops, { basedOn: null, lists });
    expect(saved.rescored).toBe(1);
    await rescoreStale({ clock: () => NOW });

    const after = await getDb().leadScore.findUniqueOrThrow({ where: { leadId: lead.id } });
    expect(before.fit - after.fit).toBeGreaterThan(0);
    const contributions = await readStoredContributions([lead.id]);
    expect(contributions.get(lead.id)?.map(({ criterionId }) => criterionId)).toContain('personal-email');
    const [entry] = await listAuditEntries({ limit: 1 });
    expect(entry).toMatchObject({
      action: 'lists.changed',
      details: { 'personalDomains added': ['homemail.example'] },
    });
  });

  it('refuse a save that was made from an older state, and keep the newer', async () => {
    const ops = await createOps();
    const mine = ownListsSchema.parse({ ...NO_LISTS, roleNames: ['frontdesk'] });
    await saveLists(ops, { basedOn: null, lists: mine });
    await expect(saveLists(ops, { basedOn: null, lists: NO_LISTS })).rejects.toThrow(AppError);
    expect((await readOwnLists()).lists.roleNames).toEqual(['frontdesk']);
  });

  it('rescore nobody when nothing changed', async () => {
    const ops = await createOps();
    await createLead('ada@a.example', 'VP Sales');
    await getDb().staleScore.deleteMany();
    expect(await saveLists(ops, { basedOn: null, lists: NO_LISTS })).toEqual({ savedAt: null, rescored: 0 });
    expect(await getDb().staleScore.count()).toBe(0);
  });
});

describe('competitors', () => {
  const readDisqualified = async (leadId: string) =>
    (await getDb().leadScore.findUniqueOrThrow({ where: { leadId } })).disqualifiedBy;

  async function requireLive() {
    const live = await findLiveVersion();
    if (!live) throw new Error('A first rubric is there');
    return live;
  }

  it('go live as a version of the rubric, which the one before stays beside, and disqualify', async () => {
    const ops = await createOps();
    const lead = await createLead('ada@rival.example', 'VP Sales');
    await rescoreEveryone();
    expect(await readDisqualified(lead.id)).toEqual([]);
    const before = await requireLive();
    const domains = [...(readCompetitors(before.document) ?? []), 'rival.example'];

    const input = { domains, baseId: before.id, draftRevision: 0 };
    const saved = await saveCompetitors(ops, input, NOW);
    expect(saved).toEqual({ published: before.number + 1, inDraft: false });
    await rescoreEveryone();
    expect(await readDisqualified(lead.id)).toEqual(['competitor']);
    const after = await requireLive();
    expect(after.note).toBe('Competitors: added rival.example.');
    expect(readCompetitors(after.document)).toEqual(domains);
    expect((await findRubricVersion(before.id))?.document).toEqual(before.document);
    await expect(saveCompetitors(ops, input, NOW)).rejects.toThrow(AppError);
    const again = { ...input, baseId: after.id };
    expect(await saveCompetitors(ops, again, NOW)).toEqual({ published: null, inDraft: false });
  });

  it('wait in the draft when someone is editing one', async () => {
    const ops = await createOps();
    const live = await requireLive();
    const edited = applyEdit(live.document, { kind: 'fitWeight', value: 0.25 });
    const { revision } = await saveDraft(ops, { document: edited, revision: 0 });
    const input = { domains: ['other.example'], baseId: live.id, draftRevision: revision };
    await expect(saveCompetitors(ops, { ...input, draftRevision: 0 }, NOW)).rejects.toThrow(AppError);
    expect(await saveCompetitors(ops, input, NOW)).toEqual({ published: null, inDraft: true });
    const draft = await findDraft();
    expect(draft?.document.fitWeight).toBe(0.25);
    expect(draft && readCompetitors(draft.document)).toEqual(['other.example']);
    expect((await requireLive()).id).toBe(live.id);
    await discardDraft(ops);
  });

  it('are never domains at which anyone gets an address', async () => {
    const ops = await createOps();
    const live = await requireLive();
    const input = { domains: ['gmail.com'], baseId: live.id, draftRevision: 0 };
    await expect(saveCompetitors(ops, input, NOW)).rejects.toThrow(/gmail\.com/u);
    expect((await requireLive()).id).toBe(live.id);
  });
});

describe('attributes and event types', () => {
  it('name the standard ones and those that came with data, without doubles', async () => {
    await getDb().attributeDefinition.createMany({
      data: [
        { entity: 'lead', key: 'title', label: 'Title as imported', type: 'text' },
        { entity: 'lead', key: 'custom.plan', label: 'Plan', type: 'text' },
        { entity: 'company', key: 'custom.region', label: 'Sales region', type: 'text' },
      ],
    });
    const ofLeads = await listAttributes('lead');
    expect(ofLeads.filter(({ key }) => key === 'title')).toEqual([
      { key: 'title', label: 'Job title', type: 'text', standard: true },
    ]);
    expect(ofLeads.at(-1)).toEqual({ key: 'custom.plan', label: 'Plan', type: 'text', standard: false });
    const lead = await createLead('ada@a.example', 'VP');
    await addEvent(lead.id, 'rocket_launched', 2);
    await addEvent(lead.id, 'rocket_launched', 1);
    const [first, ...others] = await listEventTypes();
    expect(first).toMatchObject({ key: 'rocket_launched', events: 2, standard: false });
    expect(first?.newestAt?.getTime()).toBe(NOW.getTime() - DAY_MS);
    expect(others.find(({ key }) => key === 'demo_requested')).toMatchObject({ events: 0, newestAt: null });
  });
});

describe('figures of a criterion', () => {
  it('count the leads it touches now, and give its lift once there are enough deals on both sides', async () => {
    const live = await findLiveRubric();
    if (!live) throw new Error('A first rubric is there');
    const touched = { criterionId: 'demo-requested', units: 1, points: 40, contribution: 40 };
    for (let n = 0; n < 40; n += 1) {
      const lead = await createLead(`lead${n}@a.example`, 'VP Sales');
      const withDemo = n < 20;
      await getDb().engagement.create({
        data: {
          leadId: lead.id,
          at: NOW,
          basis: 'touch',
          rubricVersionId: live.versionId,
          fit: 50,
          intent: 50,
          score: 50,
          tier: 'B',
          quadrant: 'route_now',
          contributions: withDemo ? [touched] : [],
        },
      });
      // With a demo 12 of 20 are won, without 4 of 20: three times as often.
      const outcome = (withDemo ? n < 12 : n < 24) ? 'won' : 'lost';
      await getDb().deal.create({ data: { name: `Deal ${n}`, leadId: lead.id, outcome, closedAt: NOW } });
    }
    await rescoreEveryone();
    const figures = await readCriterionFigures();
    const of = (id: string) => figures.find(({ criterionId }) => criterionId === id);
    expect(of('demo-requested')).toEqual({ criterionId: 'demo-requested', leads: 0, closed: 20, lift: 3 });
    expect(of('employees-201-1000')).toEqual({
      criterionId: 'employees-201-1000',
      leads: 40,
      closed: 0,
      lift: null,
    });
  });
});
