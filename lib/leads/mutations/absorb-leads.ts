import { querySql, type SqlClient } from '@/lib/server/sql';
import { mergePair } from './merge-leads';
import { lockLeads, readLeads } from './merge-rows';

/** A lead of whom nothing but ids is known, and the one that turned out to be the same person. */
export interface Absorbed {
  fromId: string;
  intoId: string;
  /** What told so. */
  by: string;
}

/**
 * Merges leads without an e-mail address into those that they turned out to be: merges like any other, which can be
 * undone. Identities stay, as a merged lead stands for its survivor. Scores are the caller's. One after the other, since
 * a lead may take in several; a person is absorbed once.
 */
export async function absorbLeads(tx: SqlClient, pairs: readonly Absorbed[], now: Date): Promise<void> {
  if (pairs.length === 0) return;
  await lockLeads(
    tx,
    pairs.flatMap(({ fromId, intoId }) => [fromId, intoId]),
  );
  for (const { fromId, intoId, by } of pairs) {
    const leads = await readLeads(tx, [fromId, intoId]);
    const [merged, survivor] = [leads.get(fromId), leads.get(intoId)];
    if (merged && survivor && merged.mergedIntoId === null)
      await mergePair(tx, { user: null, name: by }, { survivor, merged, take: new Set() }, now);
  }
}

const PARTED = `
  SELECT m."survivorId", m."mergedId" FROM "LeadMerge" m
  WHERE m."mergedId" = ANY($1::uuid[]) AND m."undoneAt" IS NOT NULL`;

/** Leads that a person parted again, each with those that it is never to be merged into by itself. */
export async function findParted(
  tx: SqlClient,
  leadIds: readonly string[],
): Promise<Map<string, ReadonlySet<string>>> {
  if (leadIds.length === 0) return new Map();
  const rows = await querySql<{ survivorId: string; mergedId: string }>(tx, PARTED, [leadIds]);
  const parted = new Map<string, Set<string>>();
  for (const { survivorId, mergedId } of rows) {
    const from = parted.get(mergedId) ?? new Set();
    parted.set(mergedId, from.add(survivorId));
  }
  return parted;
}
