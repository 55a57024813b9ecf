import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findMonthlyMail, readReviewState } from '@/lib/reports/data/reviews';
import { readReportSettings } from '@/lib/reports/data/settings';
import { sendMonthlyMails, setMonthlyMail } from '@/lib/reports/mutations/monthly-mail';
import { recordReview } from '@/lib/reports/mutations/reviews';
import { saveReportSettings } from '@/lib/reports/mutations/settings';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { openMailReceiver, type ReceivedMail } from '../support/mail-receiver';
import { daysBefore, leaveHouse, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';
import { addActor, addWorker } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const receiver = await openMailReceiver();
let received: ReceivedMail[] = [];

/** Closed deals of a tier, engaged long ago. */
async function addDeals(tier: string, won: number, lost: number): Promise<void> {
  const { id } = await getDb().rubricVersion.findFirstOrThrow({ where: { live: true } });
  await getDb().deal.createMany({
    data: Array.from({ length: won + lost }, (_, index) => ({
      name: 'Deal',
      outcome: index < won ? ('won' as const) : ('lost' as const),
      createdAt: daysBefore(NOW, 150),
      closedAt: daysBefore(NOW, 20),
      engagedAt: daysBefore(NOW, 150),
      engagementBasis: 'touch' as const,
      rubricVersionId: id,
      tier,
      score: tier === 'A' ? 80 : 20,
    })),
  });
}

beforeAll(() => {
  process.env.LEADGRID_SMTP_URL = receiver.url;
  received = receiver.received;
});
beforeEach(async () => {
  await clearDatabase();
  await setLiveRubric(SMALL_RUBRIC);
  received.length = 0;
});
afterAll(async () => {
  delete process.env.LEADGRID_SMTP_URL;
  await receiver.close();
  await leaveHouse();
  await closeDb();
});

describe('reviews', () => {
  it('are due a quarter after the first rubric, and again a quarter after the last', async () => {
    const ada = await addActor('reports:read');
    const first = await readReviewState(NOW);
    expect(first).toMatchObject({ due: true, dueAt: Date.parse('2026-04-06T08:00:00Z'), changes: [] });
    await recordReview(ada, 'Looks right', NOW);
    const after = await readReviewState(NOW);
    expect(after).toMatchObject({ due: false, dueAt: NOW.getTime() + 91 * 86_400_000 });
    expect(after.reviews).toMatchObject([{ reviewer: 'Ada', note: 'Looks right', at: NOW }]);
    const entry = await getDb().auditEntry.findFirstOrThrow({ where: { action: 'report.reviewed' } });
    expect(entry.details).toMatchObject({ verdict: 'too_few', note: 'Looks right' });
  });

  it('are due as often as the settings say, and deals count once they had the time that the settings give', async () => {
    const ops = await addActor('reports:write');
    await addDeals('A', 20, 10);
    expect((await readReviewState(NOW)).figures.best).toEqual({ tier: 'A', won: 20, closed: 30 });
    const { savedAt } = await saveReportSettings(ops, {
      basedOn: null,
      settings: { maturityDays: 200, reviewDays: 30 },
    });
    const state = await readReviewState(NOW);
    expect(state.figures.best).toEqual({ tier: 'A', won: 0, closed: 0 });
    expect(state.dueAt).toBe(Date.parse('2026-02-04T08:00:00Z'));
    const again = saveReportSettings(ops, { basedOn: null, settings: { maturityDays: 1, reviewDays: 7 } });
    await expect(again).rejects.toThrow('Someone else saved');
    expect(await readReportSettings()).toEqual({
      maturityDays: 200,
      reviewDays: 30,
      savedAt: new Date(savedAt),
    });
    const entry = await getDb().auditEntry.findFirstOrThrow({ where: { action: 'reports.changed' } });
    expect(entry.details).toEqual({
      before: { maturityDays: 90, reviewDays: 91 },
      after: { maturityDays: 200, reviewDays: 30 },
    });
  });

  it('tell what changed since the last', async () => {
    await recordReview(await addActor('reports:read'), 'Nothing yet', daysBefore(NOW, 100));
    await addDeals('A', 30, 20);
    await addDeals('C', 10, 90);
    const { changes, figures } = await readReviewState(NOW);
    expect(figures).toMatchObject({
      verdict: 'working',
      best: { won: 30, closed: 50 },
      rest: { won: 10, closed: 100 },
    });
    expect(changes).toContainEqual({ label: 'Verdict', before: 'too few to say', after: 'working' });
    expect(changes).toContainEqual({ label: 'Close rate of A', before: '0/0', after: '60 % (30/50)' });
  });
});

describe('the monthly summary', () => {
  it('goes once to each who wants it and may read it', async () => {
    const ada = await addActor('reports:read');
    await setMonthlyMail(ada, true);
    await setMonthlyMail(ada, true);
    expect(await findMonthlyMail(ada.id)).toBe(true);
    expect(await getDb().auditEntry.count({ where: { action: 'report.mail_subscribed' } })).toBe(1);
    const rita = await addWorker('Rita');
    await getDb().user.update({ where: { id: rita.id }, data: { monthlyReport: true } });
    await addDeals('A', 30, 20);
    await addDeals('C', 10, 90);

    expect(await sendMonthlyMails(NOW)).toBe(1);
    expect(await sendMonthlyMails(NOW)).toBe(0);
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual(['ada@leadgrid.example']);
    expect(received[0]?.content).toContain('Subject: Lead scoring in October 2026: working');
    expect(received[0]?.content).toContain('A closes 6.0 times as often as the rest');
    expect(received[0]?.content).toContain('150 deals closed, 40 of them won');

    await setMonthlyMail(ada, false);
    expect(await sendMonthlyMails(new Date('2026-12-01T09:00:00Z'))).toBe(0);
  });

  it('is sent again after the mail server refused it', async () => {
    await setMonthlyMail(await addActor('reports:read'), true);
    receiver.state.refuse = true;
    await expect(sendMonthlyMails(NOW)).rejects.toThrow('Try again later');
    receiver.state.refuse = false;
    expect(await sendMonthlyMails(NOW)).toBe(1);
  });
});
