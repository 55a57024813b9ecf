import { compileRubric } from '@/lib/scoring/compile-rubric';
import { computeEvidence } from '@/lib/scoring/evidence';
import { placeEvidence } from '@/lib/scoring/score-evidence';
import type { LeadInput, Rubric } from '@/lib/scoring/types';
import type { Column } from './column';

const BOOLEANS: Readonly<Record<string, boolean>> = {
  yes: true,
  y: true,
  true: true,
  t: true,
  no: false,
  n: false,
  false: false,
  f: false,
};

/** A value as a lead of the house would have it. */
function toValue({ kind }: Column, value: number | string): unknown {
  if (kind === 'date') return new Date(Number(value)).toISOString();
  return kind === 'boolean' ? (BOOLEANS[value] ?? value) : value;
}

type Nest = { [step: string]: unknown };

function isNest(value: unknown): value is Nest {
  return typeof value === 'object' && value !== null;
}

function putAt(target: Nest, path: readonly string[], value: unknown): void {
  const [step = '', ...rest] = path;
  if (rest.length === 0) {
    target[step] = value;
    return;
  }
  const known = target[step];
  const next: Nest = isNest(known) ? known : {};
  target[step] = next;
  putAt(next, rest, value);
}

/** A row of a table as the lead it would be once imported. */
export function toLead(columns: readonly Column[], row: number, createdAt: number): LeadInput {
  const attributes: Nest = {};
  const company: Nest & { id: string } = { id: `company-${row}` };
  let email: string | null = null;
  for (const column of columns) {
    const value = column.values[row] ?? null;
    if (value === null) continue;
    const path = column.field.split('.');
    if (column.field === 'email') email = String(value);
    else if (path[0] === 'company') putAt(company, path.slice(1), toValue(column, value));
    else putAt(attributes, path, toValue(column, value));
  }
  return { id: `row-${row}`, email, createdAt, attributes, company };
}

/**
 * The scores that a rubric gives to the rows of a table, by the engine, as it would in production.
 *
 * @param asOf per row, the instant to score it at, in milliseconds.
 * @returns whole numbers, 0–100.
 */
export function scoreRows(rubric: Rubric, columns: readonly Column[], asOf: Float64Array): Uint8Array {
  const compiled = compileRubric(rubric);
  return Uint8Array.from(asOf, (instant, row) => {
    const lead = toLead(columns, row, instant);
    return placeEvidence(compiled, computeEvidence(compiled, lead, [], [], instant)).score;
  });
}
