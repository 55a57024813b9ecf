import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { v7 as uuid } from 'uuid';
import type { Actor } from '@/lib/auth/actor';
import { countClosedLeads, findLatestRun, loadPredictingRun } from '@/lib/learning/data';
import {
  addProposedCriterion,
  choosePrediction,
  makeDraft,
  runLearning,
  startLearning,
} from '@/lib/learning/mutations';
import type { LearningResult } from '@/lib/learning/schema';
import { findPrediction } from '@/lib/prediction/data';
import { findDraft, findLiveVersion } from '@/lib/rubrics/data';
import { discardDraft } from '@/lib/rubrics/mutations/drafts';
import { scoreAsOf } from '@/lib/scores/data';
import { closeDb, getDb } from '@/lib/server/db';
import { Random } from '@/prisma/seed-data/random';
import { clearDatabase } from '../support/clear-database';
import { addActor } from '../support/work-fixtures';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(2025, 0, 1);
let ops: Actor<'rubric:write'>;
let result: LearningResult;

/**
 * Leads of whom the plan and a call beforehand decide. In hindsight a badge would tell all: it is given to those who
 * were won, after they were engaged, as is the event of a kick-off.
 */
async function fillDeals(count: number): Promise<void> {
  const random = new Random(9);
  const leads = Array.from({ length: count }, (_, index) => {
    const plan = ['starter', 'team', 'enterprise'][Math.floor(random.next() * 3)] ?? 'team';
    const called = random.next() < 0.4;
    const chance = (plan === 'enterprise' ? 0.55 : 0.12) + (called ? 0.3 : 0);
    const engagedAt = new Date(FIRST + index * DAY_MS);
    return { id: uuid(), index, plan, called, won: random.next() < chance, engagedAt };
  });
  const db = getDb();
  await db.lead.createMany({
    data: leads.map(({ id, index, plan, won }) => {
      const email = `lead-${index}@acme.example`;
      const attributes = { custom: { plan, badge: won ? 'customer' : 'none' } };
      return { id, email, emailKey: email, attributes, createdAt: new Date(FIRST - DAY_MS) };
    }),
  });
  await db.attributeChange.createMany({
    data: leads.map(({ id, won, engagedAt }) => ({
      leadId: id,
      key: 'custom.badge',
      before: 'none',
      after: won ? 'customer' : 'none',
      at: new Date(engagedAt.getTime() + 30 * DAY_MS),
      source: 'crm',
    })),
  });
  const event = (leadId: string, type: string, at: number) => {
    return { messageId: uuid(), leadId, type, at: new Date(at), source: 'test' };
  };
  await db.event.createMany({
    data: leads.flatMap(({ id, called, won, engagedAt }) => [
      ...(called ? [event(id, 'inbound_call', engagedAt.getTime() - 3 * DAY_MS)] : []),
      ...(won ? [event(id, 'kick_off_held', engagedAt.getTime() + 20 * DAY_MS)] : []),
    ]),
  });
  await db.deal.createMany({
    data: leads.map(({ id, index, won, engagedAt }) => ({
      name: `Deal ${index}`,
      leadId: id,
      outcome: won ? 'won' : 'lost',
      engagedAt,
      createdAt: engagedAt,
      closedAt: new Date(engagedAt.getTime() + 25 * DAY_MS),
    })),
  });
}

async function learn(): Promise<void> {
  const { id } = await startLearning(ops, { keep: [] });
  await runLearning(id, () => new Date());
}

beforeAll(async () => {
  await clearDatabase();
  ops = await addActor('rubric:write');
});

afterAll(closeDb);

it('refuses below 40 won and 40 lost, with what is missing', async () => {
  await learn();
  expect(await findLatestRun()).toMatchObject({
    state: 'failed',
    error:
      'Too few closed deals to learn from: at least 40 won and 40 lost are needed, so 40 more won (there are 0) and 40 more lost (there are 0).',
  });
});

it('learns from what was known at first engagement, and from nothing that came later', async () => {
  await fillDeals(600);
  await learn();
  const run = await findLatestRun();
  const counts = await countClosedLeads();
  expect(run).toMatchObject({ state: 'done', done: 600, total: 600 });
  if (!run?.result) throw new Error('There is no result.');
  ({ result } = run);
  const { training, heldOut } = result;
  expect(training.won + heldOut.won).toBe(counts.won);
  expect(training.lost + heldOut.lost).toBe(counts.lost);
  expect(heldOut.from).toBe(FIRST + 420 * DAY_MS);
  const labels = result.criteria.map(({ label }) => label).join('\n');
  expect(labels).toMatch(/plan/i);
  expect(labels).toMatch(/inbound_call/);
  expect(`${labels}\n${JSON.stringify(result.proposals)}`).not.toMatch(/badge|kick_off/);
  // Badge and kick-off would have given 1.
  expect(result.judged.auc ?? 0).toBeGreaterThan(0.65);
  expect(result.judged.auc ?? 1).toBeLessThan(0.9);
  expect(result.judged.auc ?? 0).toBeGreaterThan((result.live.auc ?? 1) + 0.05);
});

it('proposes what no criterion uses, and puts it into the draft once', async () => {
  const proposal = result.proposals.find(({ axis }) => axis === 'intent');
  const run = await findLatestRun();
  if (!proposal || !run) throw new Error('Nothing is proposed.');
  const asked = { runId: run.id, id: proposal.id };
  expect(await addProposedCriterion(ops, asked)).toEqual({ added: true });
  expect(await addProposedCriterion(ops, asked)).toEqual({ added: false });
  const draft = await findDraft();
  const added = draft?.document.intent.groups.flatMap(({ criteria }) => criteria).at(-1);
  expect(added).toMatchObject({ id: proposal.id, on: 'inbound_call', points: proposal.points });
  expect(draft?.reasons[proposal.id]).toContain('won, of the others');
  await discardDraft(ops);
});

it('becomes a draft with a reason for every number, and nothing goes live by itself', async () => {
  const before = await findLiveVersion();
  const run = await findLatestRun();
  await makeDraft(ops, { runId: run?.id ?? '', revision: 0 });
  const draft = await findDraft();
  expect(draft?.document).toEqual(result.rubric);
  const ids = result.criteria.map(({ id }) => id);
  expect(Object.keys(draft?.reasons ?? {}).sort()).toEqual(ids.sort());
  expect(draft?.document.disqualifiers).toEqual(before?.document.disqualifiers);
  expect(await findLiveVersion()).toEqual(before);
  await expect(makeDraft(ops, { runId: run?.id ?? '', revision: 0 })).rejects.toThrow('Someone else changed');
});

describe('the predictive score', () => {
  /** Enterprise after a call, who promises most; and a starter nobody has heard of, with a deal that closed long ago. */
  async function addLeads(): Promise<{ hopeful: string; known: string }> {
    const [hopeful, known] = [uuid(), uuid()];
    const lead = (id: string, plan: string) => {
      const email = `${plan}-${id}@acme.example`;
      return { id, email, emailKey: email, attributes: { custom: { plan } } };
    };
    const db = getDb();
    await db.lead.createMany({ data: [lead(hopeful, 'enterprise'), lead(known, 'starter')] });
    const at = new Date(Date.now() - DAY_MS);
    await db.event.create({
      data: { messageId: uuid(), leadId: hopeful, type: 'inbound_call', at, source: 'test' },
    });
    const long = new Date(FIRST);
    await db.deal.create({
      data: { name: 'Old', leadId: known, outcome: 'lost', engagedAt: long, createdAt: long, closedAt: long },
    });
    return { hopeful, known };
  }

  const shownRun = async () => (await findLatestRun())?.id ?? '';

  it('stands beside the score by the rules, with reasons of its own, and moves nothing', async () => {
    const { hopeful, known } = await addLeads();
    const now = new Date();
    expect(await findPrediction(hopeful, now)).toBeNull();
    const before = await scoreAsOf(hopeful, now);

    await choosePrediction(ops, { runId: await shownRun() });
    const high = await findPrediction(hopeful, now);
    const low = await findPrediction(known, now);
    if (!high?.alike || !low) throw new Error('Nothing is foretold.');
    expect(high.breakdown.now.score).toBeGreaterThan(low.breakdown.now.score + 30);
    const { fit, intent, score } = high.breakdown.now;
    expect(score).toBe(Math.floor(high.fitWeight * fit + (1 - high.fitWeight) * intent + 0.5 + 1e-9));
    const counted = (['fit', 'intent'] as const).flatMap((axis) =>
      high.breakdown.now.axes[axis].groups.flatMap(({ criteria }) =>
        criteria.filter(({ contribution }) => contribution !== 0).map(({ label }) => label),
      ),
    );
    expect(counted.join('\n')).toMatch(/plan[^]*inbound_call/i);
    expect(high.alike.low <= score && score <= high.alike.high).toBe(true);
    expect(high.all.closed).toBe(result.heldOut.won + result.heldOut.lost);
    expect([high.isOwnDealKnown, low.isOwnDealKnown]).toEqual([false, true]);
    expect(await scoreAsOf(hopeful, now)).toEqual(before);
    expect(await findPrediction(uuid(), now)).toBeNull();
  });

  it('stays with the chosen run when there is a newer one, and goes when it is ended', async () => {
    const chosen = await shownRun();
    const { id } = await startLearning(ops, { keep: [] });
    expect((await loadPredictingRun())?.id).toBe(chosen);
    await expect(choosePrediction(ops, { runId: id })).rejects.toThrow('has no result');
    await runLearning(id, () => new Date());
    await choosePrediction(ops, { runId: id });
    expect((await loadPredictingRun())?.id).toBe(id);
    await choosePrediction(ops, { runId: null });
    await choosePrediction(ops, { runId: null });
    expect(await loadPredictingRun()).toBeNull();
    const written = await getDb().auditEntry.findMany({
      where: { action: { startsWith: 'prediction.' } },
      orderBy: { id: 'asc' },
      select: { action: true },
    });
    expect(written.map(({ action }) => action)).toEqual([
      'prediction.shown',
      'prediction.shown',
      'prediction.ended',
    ]);
  });
});
