/** A column of a table, as a statement takes it: its name, and the type of its values. */
export interface Column<Name extends string = string> {
  name: Name;
  type: 'uuid' | 'smallint' | 'text' | 'text[]' | 'jsonb' | 'timestamptz' | '"Quadrant"' | '"ScoreCause"';
}

type Cell = string | number | null;

/** A list as Postgres writes it: `{"a","b"}`. */
function toArrayText(list: readonly unknown[]): string {
  return `{${list.map((one) => `"${String(one).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

function toCell(value: unknown, type: Column['type']): Cell {
  if (value === null || value === undefined) return null;
  if (type === 'jsonb') return JSON.stringify(value);
  if (Array.isArray(value)) return toArrayText(value);
  if (typeof value === 'number' || typeof value === 'string') return value;
  throw new TypeError(`A column of ${type} takes no ${typeof value}.`);
}

/** Rows as one array per column: what `unnest` takes, several times quicker for Postgres to read than JSON. */
export function toColumns<Name extends string>(
  columns: readonly Column<Name>[],
  rows: readonly Readonly<Record<Name, unknown>>[],
): Cell[][] {
  return columns.map(({ name, type }) => rows.map((row) => toCell(row[name], type)));
}

/** `SELECT` of rows given as one parameter per column, from $1 on. */
export function selectColumns(columns: readonly Column[]): string {
  // Lists of lists would have to be of one length: lists come as text.
  const lists = columns.map(({ type }, i) => `$${i + 1}::${type === 'text[]' ? 'text' : type}[]`);
  const names = columns.map(({ name }) => `"${name}"`);
  const values = columns.map(({ name, type }) => (type === 'text[]' ? `"${name}"::text[]` : `"${name}"`));
  return `SELECT ${values.join(', ')} FROM unnest(${lists.join(', ')}) AS row(${names.join(', ')})`;
}
