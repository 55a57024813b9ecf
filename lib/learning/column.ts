/** One column of a table, read as what it holds. */
export interface Column {
  name: string;
  /** The path that conditions name. */
  field: string;
  kind: 'number' | 'text' | 'boolean' | 'date' | 'email';
  /** Per row: a number, a text in lower case, an instant in milliseconds (dates); null where nothing is known. */
  values: readonly (number | string | null)[];
  /** Words that stand for "unknown" in it, lower case. */
  unknownWords: readonly string[];
  /** How its texts are mostly written, by their lower case; where there are none, as they are. */
  spellings?: ReadonlyMap<string, string>;
}

/** The same column of some of the rows alone, in the order given. */
export function pickColumn(column: Column, rows: Int32Array): Column {
  return { ...column, values: Array.from(rows, (row) => column.values[row] ?? null) };
}
