import { commitIntake } from '@/lib/intake/mutations/commit-intake';
import { writeLeads } from '@/lib/intake/mutations/write-leads';
import { findLiveRubric } from '@/lib/rubrics/data';
import { loadFacts } from '@/lib/scores/data';
import { createScorer } from '@/lib/scores/score-facts';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { findImportOptions, findOwnTypes, readUpload } from '../data';
import { ImportFault } from '../import-fault';
import { readFirstLeads } from '../preview-file';
import type { LeadRecord } from '@/lib/intake/types';
import type { Importer } from './uploads';

/** The score that a row's lead would have, with what is known of it already. */
export interface PreviewScore {
  row: number;
  fit: number;
  intent: number;
  score: number;
  tier: string;
}

/** Thrown to take back what was written to look at it. */
class TakenBack extends Error {
  constructor(readonly scores: PreviewScore[]) {
    super('Taken back');
  }
}

/**
 * What the leads of the first rows would score, by the live rubric: written as they would be, scored by the engine, and
 * taken back in the same transaction. Empty for files of other kinds, and where the file cannot be read.
 */
export async function previewScores(_actor: Importer, importId: string, now: Date): Promise<PreviewScore[]> {
  const options = await findImportOptions(importId);
  if (options?.mapping.kind !== 'leads') return [];
  try {
    const known = await findOwnTypes('leads');
    const leads = await readFirstLeads(() => readUpload(importId), options, known, now);
    if (leads.length === 0) return [];
    await commitIntake({ origin: 'import', importId: null, now }, async (context) => {
      await writeLeads(
        context,
        leads.map(({ record }) => record),
      );
      throw new TakenBack(await scoreLeads(context.tx, leads, now));
    });
    return [];
  } catch (error) {
    if (error instanceof TakenBack) return error.scores;
    if (error instanceof ImportFault) return [];
    throw error;
  }
}

async function scoreLeads(
  tx: SqlClient,
  leads: readonly { row: number; record: LeadRecord }[],
  now: Date,
): Promise<PreviewScore[]> {
  const rubric = await findLiveRubric(tx);
  if (!rubric) return [];
  const places = await querySql<{ row: number; id: string }>(
    tx,
    `SELECT k."row", coalesce(l."mergedIntoId", l."id") AS "id"
     FROM unnest($1::int[], $2::text[], $3::text[], $4::text[]) AS k("row", "email", "externalId", "source")
     JOIN "Lead" l ON l."emailKey" = k."email"
       OR (k."email" IS NULL AND l."source" = k."source" AND l."externalId" = k."externalId")`,
    [
      leads.map(({ row }) => row),
      leads.map(({ record }) => record.email),
      leads.map(({ record }) => record.externalId),
      leads.map(({ record }) => record.source),
    ],
  );
  const facts = await loadFacts(tx, rubric, [...new Set(places.map(({ id }) => id))]);
  const scorer = createScorer(rubric.compiled, facts);
  const scored = new Map(facts.leads.map((lead) => [lead.lead.id, scorer.score(lead, now.getTime())]));
  return places.flatMap(({ row, id }) => {
    const found = scored.get(id);
    if (!found) return [];
    const { fit, intent, score, tier } = found;
    return [{ row, fit, intent, score, tier }];
  });
}
