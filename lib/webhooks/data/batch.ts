import { findLiveRubric, findPublishedVersions } from '@/lib/rubrics/data';
import { findBulkChanges } from '@/lib/scores/data';
import type { Rubric } from '@/lib/scoring/types';
import type { SqlClient } from '@/lib/server/sql';
import { readRubricWords, type RubricWords } from '../build-message';
import { readOutboxData, type OutboxData, type OutboxRow } from '../outbox-row';
import type { MessageLead, MessageScore, NamedPerson } from '../types';
import {
  findFirstQualified,
  findFirstRouted,
  loadMessageDeals,
  loadMessageLeads,
  loadMessageScores,
  loadMessageVersions,
  loadPeople,
  type MessageDeal,
  type MessageVersion,
} from './subjects';

/** An event of the outbox with its kind-specific facts read. */
export type ReadEvent = Omit<OutboxRow, 'data'> & { data: OutboxData };

/** All that a set of events is told with, read in a handful of statements however many they are. */
export interface EventBatch {
  events: ReadEvent[];
  leads: ReadonlyMap<string, MessageLead>;
  /** By event. */
  scores: ReadonlyMap<string, MessageScore>;
  people: ReadonlyMap<string, NamedPerson>;
  deals: ReadonlyMap<string, MessageDeal>;
  versions: ReadonlyMap<string, MessageVersion>;
  documents: ReadonlyMap<string, Rubric>;
  /** The words of a version of the rubric; null when it is gone. */
  wordsOf: (versionId: string) => RubricWords | null;
  firstRouted: ReadonlySet<string>;
  firstQualified: ReadonlySet<string>;
  bulk: ReadonlySet<string>;
  /** The live rubric, by whose lists segments are judged. */
  live: Awaited<ReturnType<typeof findLiveRubric>>;
}

function defined<T>(values: readonly (T | null | undefined)[]): T[] {
  return values.filter((value) => value !== null && value !== undefined);
}

/** Reads what events are told with. */
export async function loadBatch(client: SqlClient, rows: readonly OutboxRow[]): Promise<EventBatch> {
  const events = rows.map((row) => ({ ...row, data: readOutboxData(row.data) }));
  const leadEvents = events.flatMap(({ id, leadId, at, scoreChangeId }) =>
    leadId === null ? [] : { eventId: id, leadId, at, scoreChangeId },
  );
  const changeIds = defined(events.map(({ scoreChangeId }) => scoreChangeId));
  const routedIds = events.flatMap(({ types, scoreChangeId }) =>
    types.includes('lead.became_mql') ? (scoreChangeId ?? []) : [],
  );
  const leads = await loadMessageLeads(client, [...new Set(leadEvents.map(({ leadId }) => leadId))]);
  const scores = await loadMessageScores(client, leadEvents);
  const versions = await loadMessageVersions(client, defined(events.map(({ data }) => data.versionId)));
  const live = await findLiveRubric(client);
  const compiled = await findPublishedVersions(client, [
    ...[...scores.values()].map(({ rubricVersionId }) => rubricVersionId),
    ...[...versions.values()].flatMap(({ id, baseId }) => defined([id, baseId])),
  ]);
  const documents = new Map([...compiled].map(([id, { rubric }]) => [id, rubric]));
  const words = new Map<string, RubricWords>();
  const wordsOf = (versionId: string): RubricWords | null => {
    const document = documents.get(versionId);
    const known = words.get(versionId);
    if (known || !document) return known ?? null;
    const made = readRubricWords(document, [...documents.values()]);
    words.set(versionId, made);
    return made;
  };
  return {
    events,
    leads,
    scores,
    people: await loadPeople(client, defined(events.map(({ data }) => data.userId))),
    deals: await loadMessageDeals(client, defined(events.map(({ data }) => data.dealId))),
    versions,
    documents,
    wordsOf,
    firstRouted: await findFirstRouted(client, routedIds),
    firstQualified: await findFirstQualified(client, defined(events.map(({ data }) => data.activityId))),
    bulk: await findBulkChanges(client, changeIds),
    live,
  };
}
