import { isOperatorName, listOperand, OPERATORS } from '@/lib/scoring/operators';
import type { Comparison, Condition, OperatorName, Scalar } from '@/lib/scoring/types';

/** What a field of a lead holds, as far as choosing an operator asks for it. */
export type FieldType = 'text' | 'number' | 'boolean' | 'date' | 'list';

/** A field that a segment may ask about. */
export interface SegmentField {
  path: string;
  label: string;
  type: FieldType;
}

/** A comparison as a form holds it. */
export interface SegmentRow {
  field: string;
  op: OperatorName;
  /** What was typed: several values parted by commas. */
  text: string;
}

/** The operators that fit a field, in the order of the format. */
export function listOperators(type: FieldType): OperatorName[] {
  const taken = type === 'list' ? 'text' : type;
  return (
    Object.keys(OPERATORS)
      .filter(isOperatorName)
      .filter((op) => OPERATORS[op].takes.some((one) => one === taken || one === 'any'))
      // "is one of" says no more than "is" with several values.
      .filter((op) => op !== 'in' && op !== 'not_in')
  );
}

function isComparison(condition: Condition): condition is Comparison {
  return 'field' in condition;
}

function toRow({ field, op, value }: Comparison): SegmentRow {
  const plain = op === 'in' ? 'eq' : op === 'not_in' ? 'neq' : op;
  return { field, op: plain, text: listOperand(value).map(String).join(', ') };
}

/** A segment as rows that all have to hold; null when it is of another shape, which only a program writes. */
export function toSegmentRows(segment: Condition | null): SegmentRow[] | null {
  if (segment === null) return [];
  if (isComparison(segment)) return [toRow(segment)];
  if (!('all' in segment) || !segment.all.every(isComparison)) return null;
  return segment.all.filter(isComparison).map(toRow);
}

/** A value that was typed or chosen as text, as a field of a type holds it; what is none of the type stays text. */
export function readScalar(text: string, type: FieldType): Scalar {
  const number = Number(text.replace(/[\s']/g, ''));
  if (type === 'number' && text !== '' && Number.isFinite(number)) return number;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function readComparison({ field, op, text }: SegmentRow, type: FieldType): Comparison {
  const { operand } = OPERATORS[op];
  if (operand === 'none') return { field, op };
  const parts = text.split(',').map((part) => part.trim());
  if (operand === 'number' || operand === 'days')
    return { field, op, value: readScalar(text.trim(), 'number') };
  if (operand === 'range') return { field, op, value: parts.map((part) => readScalar(part, 'number')) };
  const values = parts
    .filter((part) => part !== '')
    .map((part) => readScalar(part, operand === 'scalars' ? type : 'text'));
  const [only = ''] = values;
  return { field, op, value: values.length > 1 ? values : only };
}

/** The condition that rows make; null for none. What was typed wrong is left for the check of conditions to say. */
export function toSegment(rows: readonly SegmentRow[], fields: readonly SegmentField[]): Condition | null {
  const types = new Map(fields.map(({ path, type }) => [path, type]));
  const all = rows.map((row) => readComparison(row, types.get(row.field) ?? 'text'));
  return all.length === 0 ? null : { all };
}
