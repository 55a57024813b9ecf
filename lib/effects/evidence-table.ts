import type { Evidence, Rubric } from '@/lib/scoring/types';

/** One criterion's evidence: the leads it touches, and how many units each has. Of equal length. */
export interface EvidenceColumn {
  criterionId: string;
  rows: number[];
  units: number[];
}

/** The evidence of many leads as of one instant, as it travels to the browser: by criterion, without zeros. */
export interface EvidenceTable {
  /** Milliseconds since 1970 UTC. */
  asOf: number;
  leadIds: string[];
  /** Rows of leads that a disqualifier holds for. */
  disqualified: number[];
  columns: EvidenceColumn[];
}

/** An empty table for a rubric's criteria. */
export function startEvidenceTable(rubric: Rubric, asOf: number): EvidenceTable {
  const criteria = [...rubric.fit.groups, ...rubric.intent.groups].flatMap<{ id: string }>(
    (group) => group.criteria,
  );
  const columns = criteria.map(({ id }) => ({ criterionId: id, rows: [], units: [] }));
  return { asOf, leadIds: [], disqualified: [], columns };
}

/** Adds a lead's evidence, measured by the table's rubric at the table's instant. */
export function addToEvidenceTable(table: EvidenceTable, leadId: string, evidence: Evidence): void {
  const row = table.leadIds.push(leadId) - 1;
  if (evidence.disqualifiedBy.length > 0) table.disqualified.push(row);
  table.columns.forEach((column, place) => {
    const units = evidence.units[place] ?? 0;
    if (units === 0) return;
    column.rows.push(row);
    column.units.push(units);
  });
}

/** Leads × criteria, row by row in rubric order: what the engine scores from. */
export interface EvidenceMatrix {
  leadCount: number;
  /** Criteria per lead. */
  width: number;
  units: Float64Array;
  /** 1 for a disqualified lead. */
  disqualified: Uint8Array;
}

/** Lays a table out for scoring with a rubric; a criterion that the table does not know has no units. */
export function layOutEvidence(table: EvidenceTable, rubric: Rubric): EvidenceMatrix {
  const order = startEvidenceTable(rubric, table.asOf).columns;
  const known = new Map(table.columns.map((column) => [column.criterionId, column]));
  const leadCount = table.leadIds.length;
  const width = order.length;
  const units = new Float64Array(leadCount * width);
  order.forEach(({ criterionId }, place) => {
    const column = known.get(criterionId);
    column?.rows.forEach((row, index) => {
      units[row * width + place] = column.units[index] ?? 0;
    });
  });
  const disqualified = new Uint8Array(leadCount);
  for (const row of table.disqualified) disqualified[row] = 1;
  return { leadCount, width, units, disqualified };
}
