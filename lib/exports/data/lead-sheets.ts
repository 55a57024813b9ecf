import { loadLeadAnswers } from '@/lib/api/data/leads';
import type { LeadAnswer } from '@/lib/api/schemas/leads';
import type { Prisma } from '@/lib/generated/prisma/client';
import { readAttribute } from '@/lib/intake/merge-attributes';
import { listLeadIds } from '@/lib/leads/data';
import type { LeadOrder } from '@/lib/leads/lead-order';
import { getPool } from '@/lib/server/db';
import { listAttributes } from '@/lib/settings/data';
import { ROWS_AT_ONCE, type ExportFormat } from '../constants';
import { canBeMatched, SCORE_COLUMNS, type ScoredLead } from '../score-columns';
import { toCell } from '../to-cell';
import type { Cell, Sheet } from '../write-csv';

/** Leads that meet the conditions, in order; whoever is erased while they are read is left out. */
async function* streamLeads(conditions: readonly Prisma.Sql[], order: LeadOrder): AsyncGenerator<LeadAnswer> {
  for (const ids of await listLeadIds(conditions, order, ROWS_AT_ONCE)) {
    yield* await loadLeadAnswers(getPool(), ids.split(','));
  }
}

const FIELDS: readonly { name: string; read: (lead: LeadAnswer) => Cell }[] = [
  { name: 'id', read: ({ id }) => id },
  { name: 'email', read: ({ email }) => email },
  { name: 'source', read: ({ source }) => source },
  { name: 'externalId', read: ({ externalId }) => externalId },
  { name: 'name', read: ({ name }) => name },
  { name: 'state', read: ({ state }) => state },
  { name: 'owner', read: ({ owner }) => owner?.email ?? null },
  { name: 'createdAt', read: ({ createdAt }) => createdAt },
  { name: 'company.name', read: ({ company }) => company?.name ?? null },
  { name: 'company.domain', read: ({ company }) => company?.domain ?? null },
  { name: 'fit', read: ({ score }) => score?.fit ?? null },
  { name: 'intent', read: ({ score }) => score?.intent ?? null },
  { name: 'score', read: ({ score }) => score?.score ?? null },
  { name: 'tier', read: ({ score }) => score?.tier ?? null },
  { name: 'quadrant', read: ({ score }) => score?.quadrant ?? null },
  { name: 'reason', read: ({ score }) => score?.reason?.label ?? null },
  { name: 'tierSince', read: ({ score }) => score?.tierSince ?? null },
];

/** Leads with their attributes and scores, in the order of the list. */
export async function openLeadSheet(conditions: readonly Prisma.Sql[], order: LeadOrder): Promise<Sheet> {
  const attributes = (await listAttributes('lead')).map(({ key }) => key);
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const lead of streamLeads(conditions, order)) {
      yield [
        ...FIELDS.map(({ read }) => read(lead)),
        ...attributes.map((key) => toCell(readAttribute(lead.attributes, key))),
      ];
    }
  }
  return { columns: [...FIELDS.map(({ name }) => name), ...attributes], rows: rows() };
}

/** Scores for whoever reads the file; a CRM's leaves out those whom it could not find. */
export function openScoreSheet(
  conditions: readonly Prisma.Sql[],
  order: LeadOrder,
  format: ExportFormat,
): Sheet {
  const columns = SCORE_COLUMNS[format];
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const lead of streamLeads(conditions, order)) {
      if (!isScored(lead) || !canBeMatched(lead, format)) continue;
      yield columns.map(({ read }) => read(lead));
    }
  }
  return { columns: columns.map(({ name }) => name), rows: rows() };
}

function isScored(lead: LeadAnswer): lead is ScoredLead {
  return lead.score !== null;
}
