import type { Task } from 'graphile-worker';
import { sendMonthlyMails } from '@/lib/reports/mutations/monthly-mail';
import { logger } from '@/lib/server/logger';

/** Task `mail-reports`: sends the summary of the month that is over to whoever wants it and has not got it. */
export const mailReports: Task = async (_payload, { abortSignal }) => {
  const mails = await sendMonthlyMails(new Date(), abortSignal);
  if (mails > 0) logger.info('Monthly summaries were sent', { mails });
};
