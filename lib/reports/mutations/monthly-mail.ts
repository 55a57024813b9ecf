import type { Actor } from '@/lib/auth/actor';
import { writeAudit } from '@/lib/audit/mutations';
import { getDb } from '@/lib/server/db';
import { sendMail } from '@/lib/server/mail';
import { readBaseUrl, readMail } from '@/lib/webhooks/data/settings';
import { REPORT_READERS } from '../constants';
import { readSummaryFigures } from '../data/summary';
import { monthOf, startOfMonth } from '../period';
import { writeSummary } from '../write-summary';

/** Has the monthly summary sent to the actor, or no longer. */
export async function setMonthlyMail(actor: Actor<'reports:read'>, wanted: boolean): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, monthlyReport: !wanted },
      data: { monthlyReport: wanted },
    });
    if (count === 0) return;
    const action = wanted ? 'report.mail_subscribed' : 'report.mail_ended';
    await writeAudit(tx, { user: actor, action });
  });
}

/**
 * Sends the summary of the month that is over to everyone who wants it, may read it and has not got it. Who it was sent to is
 * noted first, and taken back when the mail server refuses: a worker that is killed in between leaves one mail unsent rather
 * than sending one twice.
 *
 * @returns how many were sent.
 */
export async function sendMonthlyMails(now: Date, signal?: AbortSignal): Promise<number> {
  const server = await readMail();
  if (!server) return 0;
  const month = monthOf(startOfMonth(monthOf(now), -1));
  const waiting = await listWaiting(month);
  if (waiting.length === 0) return 0;
  const mail = writeSummary(await readSummaryFigures(month, now), readBaseUrl());
  let sent = 0;
  for (const { id, email } of waiting) {
    if (signal?.aborted === true) break;
    const { count } = await getDb().reportMail.createMany({
      data: [{ userId: id, month, sentAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) continue;
    try {
      await sendMail(server, { ...mail, to: [email], messageId: `<report-${month}-${id}@leadgrid>` });
      sent += 1;
    } catch (error) {
      await getDb().reportMail.delete({ where: { userId_month: { userId: id, month } } });
      throw error;
    }
  }
  return sent;
}

function listWaiting(month: string) {
  return getDb().$queryRaw<{ id: string; email: string }[]>`
    SELECT u."id", u."email" FROM "User" u
    WHERE u."monthlyReport" AND u."active" AND u."role"::text = ANY(${[...REPORT_READERS]})
      AND NOT EXISTS (SELECT FROM "ReportMail" m WHERE m."userId" = u."id" AND m."month" = ${month})
    ORDER BY u."id"`;
}
