import { LOCKS } from '@/lib/rubrics/constants';
import { findLiveRubric } from '@/lib/rubrics/data';
import { addJob } from '@/lib/server/jobs';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { INSERT_STALE } from '../statements';
import type { ScoreCause } from '../types';

export interface StaleInput {
  /** Leads whose own facts changed. */
  leadIds?: readonly string[];
  /** Companies whose facts changed: all their leads are stale. */
  companyIds?: readonly string[];
  cause: ScoreCause;
}

/**
 * Notes that facts changed, in the transaction that changes them: the leads concerned, and where the rubric counts
 * colleagues' events also their colleagues, will be rescored once it commits. Call it once per transaction, with the
 * whole set, as its last step: the leads stay locked against rescoring from then until commit.
 */
export async function enqueueRescore(
  tx: SqlClient,
  { leadIds = [], companyIds = [], cause }: StaleInput,
): Promise<void> {
  if (leadIds.length + companyIds.length === 0) return;
  const locked =
    'SELECT pg_advisory_xact_lock_shared($1::bigint)::text AS "locked", pg_backend_pid() AS "pid"';
  const [connection] = await querySql<{ pid: number }>(tx, locked, [LOCKS.facts]);
  const rubric = await findLiveRubric(tx);
  const withColleagues = rubric?.companyEventTypes?.length !== 0;
  await querySql(tx, INSERT_STALE, [leadIds, companyIds, cause, withColleagues]);
  // A key per connection: jobs that nobody has begun yet become one, and no transaction waits for another's.
  await addJob(tx, 'rescore', {}, { key: `rescore-${connection?.pid}` });
}
