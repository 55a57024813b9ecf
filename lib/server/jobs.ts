import { querySql, type SqlClient } from './sql';

/** The tasks that the worker knows. */
export type TaskName =
  | 'rescore'
  | 'rescore-all'
  | 'run-import'
  | 'find-duplicates'
  | 'undo-import'
  | 'restate-events'
  | 'learn'
  | 'restate-engagements'
  | 'send-events'
  | 'route-leads'
  | 'answer-clock';

export interface JobOptions {
  /** A waiting job of the same key is replaced; one that runs already is followed by this one. */
  key?: string;
  /** Not before this instant; at once when absent. */
  runAt?: Date;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  /** Lower runs earlier; 0 when absent. */
  priority?: number;
}

/** Adds a job in the client's transaction: it exists when what it is about was committed, and never otherwise. */
export async function addJob(
  client: SqlClient,
  task: TaskName,
  payload: Record<string, string | number | boolean> = {},
  { key, runAt, queue, priority }: JobOptions = {},
): Promise<void> {
  await querySql(
    client,
    `SELECT 1 AS "added" FROM graphile_worker.add_job($1::text, payload := $2::json, job_key := $3::text,
       run_at := $4::timestamptz, priority := $5::int, queue_name := $6::text)`,
    [
      task,
      JSON.stringify(payload),
      key ?? null,
      runAt?.toISOString() ?? null,
      priority ?? null,
      queue ?? null,
    ],
  );
}
