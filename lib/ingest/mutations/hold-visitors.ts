import { querySql, type SqlClient } from '@/lib/server/sql';
import { EVENT_NAME_LOCK } from '@/lib/tracking/constants';
import { VISITOR_LOCKS, VISITOR_PARTS } from '../constants';
import type { Message } from '../types';
import type { People } from './find-people';

/** Which of the parts that visitors are divided into a visitor is in. */
export function partOf(anonymousId: string): number {
  let hash = 0;
  for (let i = 0; i < anonymousId.length; i++) hash = (Math.imul(hash, 31) + anonymousId.charCodeAt(i)) | 0;
  return (hash >>> 0) % VISITOR_PARTS;
}

/** Thrown, before anything is written, when visitors are to be held alone who are not yet: the work begins anew with them. */
export class MustHoldAlone extends Error {
  constructor(readonly parts: ReadonlySet<number>) {
    super('Visitors have to be held alone.');
  }
}

const HOLD = `
  SELECT CASE WHEN p."alone" THEN pg_advisory_xact_lock($1::int, p."part")::text
    ELSE pg_advisory_xact_lock_shared($1::int, p."part")::text END AS "held"
  FROM unnest($2::int[], $3::boolean[]) AS p("part", "alone")`;

/**
 * Holds the names of events, and the visitors of messages: shared, so that several may store events of unknown visitors
 * at once; alone in the given parts, whose visitors become leads, so that none of their events slips past unattached.
 */
export async function holdVisitors(
  tx: SqlClient,
  messages: readonly Message[],
  alone: ReadonlySet<number>,
): Promise<void> {
  const parts = new Set(alone);
  for (const { anonymousId } of messages) if (anonymousId !== null) parts.add(partOf(anonymousId));
  const inOrder = [...parts].sort((a, b) => a - b);
  await querySql(tx, 'SELECT pg_advisory_xact_lock_shared($1::bigint)::text AS "held"', [EVENT_NAME_LOCK]);
  if (inOrder.length === 0) return;
  await querySql(tx, HOLD, [VISITOR_LOCKS, inOrder, inOrder.map((part) => String(alone.has(part)))]);
}

/**
 * Sees to it that visitors who may become leads by these messages are held alone.
 *
 * @throws MustHoldAlone when they are not.
 */
export function demandAlone(messages: readonly Message[], people: People, alone: ReadonlySet<number>): void {
  const wanted = new Set(alone);
  for (const message of messages) {
    const { kind, anonymousId, previousId, userId, email, source } = message;
    if (userId === null && email === null) continue;
    const lead = people.ofUser(userId, source.name) ?? people.get('email', email);
    for (const id of [anonymousId, kind === 'alias' ? previousId : null]) {
      const before = people.get('anonymous', id);
      const isTaken = before && (kind !== 'identify' || before.leadId === lead?.leadId);
      if (id !== null && !isTaken) wanted.add(partOf(id));
    }
  }
  if (wanted.size > alone.size) throw new MustHoldAlone(wanted);
}
