import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { copyEngagementsToDeals, freezeEngagements } from '@/lib/engagements/mutations';
import { scoreAsOf } from '@/lib/scores/data';
import { getDb, getPool } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import {
  addCompany,
  addEvents,
  addLeads,
  changeTitle,
  daysBefore,
  leaveHouse,
  setLiveRubric,
  SMALL_RUBRIC,
} from '../support/score-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');

describe('the past', () => {
  let versionId = '';
  beforeEach(async () => {
    await clearDatabase();
    versionId = await setLiveRubric(SMALL_RUBRIC);
  });
  afterAll(leaveHouse);

  it('is scored with the values and the events of then', async () => {
    const companyId = await addCompany(500);
    const [lead = ''] = await addLeads([{ title: 'Clerk', companyId }]);
    await addEvents([
      { leadId: lead, type: 'demo_requested', at: daysBefore(NOW, 40) },
      { leadId: lead, type: 'page_viewed', at: daysBefore(NOW, 5) },
    ]);
    await changeTitle(lead, 'Head of Sales', daysBefore(NOW, 20));
    await changeTitle(lead, 'Head of Marketing', daysBefore(NOW, 10));
    await getDb().attributeChange.create({
      data: { companyId, key: 'employees', before: 20, after: 500, at: daysBefore(NOW, 30), source: 'test' },
    });

    const scoreBack = async (days: number) => {
      const score = await scoreAsOf(lead, daysBefore(NOW, days));
      return score && [score.fit, score.intent];
    };
    expect(await scoreBack(41)).toEqual([0, 0]);
    expect(await scoreBack(40)).toEqual([0, 80]);
    expect(await scoreBack(30)).toEqual([40, 40]);
    expect(await scoreBack(20)).toEqual([100, 20]);
    expect(await scoreBack(0)).toEqual([100, 9]);
    expect(await scoreAsOf(companyId, NOW)).toBeNull();
  });

  it('stays as it was when a rep first engaged the lead', async () => {
    const [lead = '', other = ''] = await addLeads([{ title: 'Head' }, { title: 'Clerk' }]);
    await addEvents([{ leadId: lead, type: 'demo_requested', at: daysBefore(NOW, 20) }]);
    const deal = { name: 'Deal', leadId: lead, createdAt: daysBefore(NOW, 9) };
    await getDb().deal.create({ data: { ...deal, outcome: 'won', closedAt: NOW } });
    const { id: userId } = await getDb().user.create({
      data: { name: 'Rita', email: 'rita@leadgrid.example', role: 'rep', passwordHash: 'none' },
    });

    await getDb().$transaction((tx) =>
      freezeEngagements(tx, [
        { leadId: lead, at: daysBefore(NOW, 9), basis: 'deal_created' },
        { leadId: lead, at: daysBefore(NOW, 10), userId, basis: 'touch' },
        { leadId: other, at: daysBefore(NOW, 10), basis: 'deal_created' },
      ]),
    );
    const frozen = {
      fit: 60,
      intent: 40,
      score: 50,
      tier: 'B',
      quadrant: 'nurture',
      rubricVersionId: versionId,
    };
    const at = daysBefore(NOW, 10);
    expect(await getDb().engagement.findUnique({ where: { leadId: lead } })).toMatchObject({
      ...frozen,
      at,
      userId,
      basis: 'touch',
      contributions: [
        { criterionId: 'head', units: 1, points: 60, contribution: 60 },
        { criterionId: 'demo', units: 0.5, points: 80, contribution: 40 },
      ],
    });
    expect(await getDb().engagement.findUnique({ where: { leadId: other } })).toMatchObject({
      score: 0,
      userId: null,
    });
    expect(await getDb().lead.findUnique({ where: { id: lead } })).toMatchObject({ firstEngagedAt: at });
    expect(await getDb().deal.findFirst()).toMatchObject({
      ...frozen,
      engagedAt: at,
      engagementBasis: 'touch',
    });

    await freezeEngagements(getPool(), [{ leadId: lead, at: NOW, basis: 'touch' }]);
    expect(await getDb().engagement.findUnique({ where: { leadId: lead } })).toMatchObject({ score: 50, at });

    const { id } = await getDb().deal.create({ data: { ...deal, name: 'Renewal' } });
    await copyEngagementsToDeals(getPool(), [lead]);
    expect(await getDb().deal.findUnique({ where: { id } })).toMatchObject({ ...frozen, engagedAt: at });
  });
});
