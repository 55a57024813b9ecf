/** A column of a table, as a statement takes it: its name, and the type of its values. */
export interface Column<Name extends string = string> {
  name: Name;
  type:
    | 'uuid'
    | 'tid'
    | 'smallint'
    | 'smallint[]'
    | 'text'
    | 'text[]'
    | 'bytea'
    | 'jsonb'
    | 'timestamptz'
    | '"Quadrant"'
    | '"ScoreCause"';
}

/** What stands for itself in a list as Postgres writes it. */
const PLAIN = /^[\w.:+-]+$/;

function quote(text: string): string {
  return PLAIN.test(text) && text.toLowerCase() !== 'null' ? text : `"${text.replace(/["\\]/g, '\\$&')}"`;
}

/** Bytes as Postgres writes them. */
export function toHex({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return `\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}`;
}

/** JSON, quoted: it has no control characters, so that JSON's own quoting is that of lists, and quicker. */
function quoteJson(value: unknown): string {
  return JSON.stringify(JSON.stringify(value));
}

function toCell(value: unknown, type: Column['type']): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (type === 'jsonb') return quoteJson(value);
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return quote(`{${value.map((one) => quote(String(one))).join(',')}}`);
  if (value instanceof Uint8Array) return quote(toHex(value));
  throw new TypeError(`A column of ${type} takes no ${typeof value}.`);
}

/**
 * Rows as one list per column, as Postgres writes lists: what `unnest` takes, several times quicker for Postgres to read
 * than JSON.
 */
export function toColumns<Name extends string>(
  columns: readonly Column<Name>[],
  rows: readonly Readonly<Record<Name, unknown>>[],
): string[] {
  return columns.map(({ name, type }) => {
    let list = '';
    for (const row of rows) list += `${list === '' ? '' : ','}${toCell(row[name], type)}`;
    return `{${list}}`;
  });
}

/** `SELECT` of rows given as one parameter per column, the first of them as $1 unless something else is said. */
export function selectColumns(columns: readonly Column[], first = 1): string {
  // Lists of lists would have to be of one length: lists come as text.
  const isList = ({ type }: Column) => type.endsWith('[]');
  const lists = columns.map((column, i) => `$${i + first}::${isList(column) ? 'text' : column.type}[]`);
  const names = columns.map(({ name }) => `"${name}"`);
  const values = columns.map((column) => `"${column.name}"${isList(column) ? `::${column.type}` : ''}`);
  return `SELECT ${values.join(', ')} FROM unnest(${lists.join(', ')}) AS row(${names.join(', ')})`;
}
