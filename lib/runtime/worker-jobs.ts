import { Logger, run, runMigrations, runOnce, type Runner, type TaskList } from 'graphile-worker';
import { findDuplicates } from '@/lib/jobs/find-duplicates';
import { learn } from '@/lib/jobs/learn';
import { mailReports } from '@/lib/jobs/mail-reports';
import { pruneOldAlerts } from '@/lib/jobs/prune-alerts';
import { rescore } from '@/lib/jobs/rescore';
import { rescoreEveryone } from '@/lib/jobs/rescore-all';
import { restateForReports } from '@/lib/jobs/restate-engagements';
import { restateNamedEvents } from '@/lib/jobs/restate-events';
import { routeWaiting, tellAnswerClock } from '@/lib/jobs/route-leads';
import { runImport } from '@/lib/jobs/run-import';
import { pruneEdits, undoImport } from '@/lib/jobs/undo-import';
import { pruneDeliveries, sendOutgoing } from '@/lib/jobs/send-events';
import { getPool } from '@/lib/server/db';
import { addJob } from '@/lib/server/jobs';
import { logger } from '@/lib/server/logger';
import { querySql, runAlone } from '@/lib/server/sql';

const TASKS: TaskList = {
  rescore,
  'rescore-all': rescoreEveryone,
  'route-leads': routeWaiting,
  'answer-clock': tellAnswerClock,
  'find-duplicates': findDuplicates,
  learn: async (payload, helpers) => {
    await runAlone('learn', async () => learn(payload, helpers));
  },
  'undo-import': async (payload, helpers) => {
    await runAlone(`undo-import ${JSON.stringify(payload)}`, async () => undoImport(payload, helpers));
  },
  'restate-events': restateNamedEvents,
  'restate-engagements': restateForReports,
  'mail-reports': mailReports,
  'send-events': sendOutgoing,
  'prune-deliveries': pruneDeliveries,
  'prune-import-edits': pruneEdits,
  'prune-alerts': pruneOldAlerts,
  'run-import': async (payload, helpers) => {
    await runAlone(`run-import ${JSON.stringify(payload)}`, async () => runImport(payload, helpers));
  },
};

/** A safety net, should a worker have died between taking a job and finishing it while others live on. */
const CRONTAB = [
  '* * * * * rescore ?jobKey=rescore-minutely&max=1',
  '* * * * * send-events ?jobKey=send-events-minutely&max=1',
  '* * * * * route-leads ?jobKey=route-leads-minutely&max=1',
  '*/5 * * * * answer-clock ?jobKey=answer-clock-missed&max=1',
  '40 3 * * * prune-deliveries ?jobKey=prune-deliveries&max=3',
  '50 3 * * * prune-import-edits ?jobKey=prune-import-edits&max=3',
  '55 3 * * * prune-alerts ?jobKey=prune-alerts&max=3',
  '*/10 * * * * rescore-all ?jobKey=rescore-all-regular&max=1',
  '* * * * * restate-engagements ?jobKey=restate-engagements-minutely&max=1',
  '30 2 * * * restate-engagements ?id=restate-engagements-nightly&jobKey=restate-engagements-nightly&max=3 {"all":true}',
  '10 6 * * * mail-reports ?jobKey=mail-reports&max=3',
  '17 3 * * * find-duplicates ?jobKey=find-duplicates&max=1',
].join('\n');

/** How late a job of the future may start. */
const POLL_MS = 500;

/** How long running tasks may go on after they were asked to end, before they are told to break off. */
const PATIENCE_MS = 1_000;

const CONCURRENCY = 4;

// The job runner tells of every job it completes: that is for debugging here.
const WRITERS: Readonly<Partial<Record<string, typeof logger.debug>>> = {
  error: logger.error,
  warning: logger.warn,
};

const jobLogger = new Logger((scope) => (level, message) => {
  const write = WRITERS[level] ?? logger.debug;
  write(message, { task: scope.taskIdentifier, job: scope.jobId });
});

/** Creates or updates the job tables; before the first job is added. */
export async function migrateJobs(): Promise<void> {
  await runMigrations({ pgPool: getPool(), logger: jobLogger });
}

/** Takes up what a worker that was killed left: its own jobs stay locked for hours, so they are added once more. */
async function resumeWork(): Promise<void> {
  const pool = getPool();
  const begun = await querySql<{ id: string }>(
    pool,
    `SELECT i."id" FROM "Import" i JOIN "ImportFile" f ON f."importId" = i."id"
     WHERE i."state" IN ('waiting', 'running') AND i."startedAt" IS NOT NULL`,
  );
  const undoing = await querySql<{ id: string }>(pool, `SELECT "id" FROM "Import" WHERE "state" = 'undoing'`);
  for (const { id } of undoing) await addJob(pool, 'undo-import', { importId: id }, { key: `undo-${id}` });
  for (const { id } of begun) await addJob(pool, 'run-import', { importId: id }, { key: `import-${id}` });
  const learning = await querySql<{ id: string }>(
    pool,
    `SELECT "id" FROM "LearningRun" WHERE "state" = 'running'`,
  );
  for (const { id } of learning) await addJob(pool, 'learn', { runId: id }, { key: `learn-${id}` });
  await addJob(pool, 'rescore-all', {}, { key: 'rescore-all' });
  await addJob(pool, 'rescore', {}, { key: 'rescore-start' });
  await addJob(pool, 'restate-engagements', {}, { key: 'restate-engagements-start' });
  await addJob(pool, 'send-events', {}, { key: 'send-events-start' });
  await addJob(pool, 'route-leads', {}, { key: 'route-leads-start' });
  await addJob(pool, 'answer-clock', {}, { key: 'answer-clock-start' });
}

/** Starts working off jobs in this process until `stop` is called, first those that a killed worker left undone. */
export async function startWorker(): Promise<Runner> {
  await resumeWork();
  return run({
    pgPool: getPool(),
    taskList: TASKS,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    gracefulShutdownAbortTimeout: PATIENCE_MS,
    noHandleSignals: true,
    crontab: CRONTAB,
    logger: jobLogger,
  });
}

/** Works off every job that is due, then returns: for commands and tests. */
export async function runWorkerOnce(): Promise<void> {
  await runOnce({ pgPool: getPool(), taskList: TASKS, noHandleSignals: true, logger: jobLogger });
}
