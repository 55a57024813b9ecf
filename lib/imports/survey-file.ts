import { findKeysOfValues, IDENTITY_PATHS } from './identity';
import { ImportFault } from './import-fault';
import { planColumns } from './plan-columns';
import {
  addToProfile,
  findFileWays,
  findStyle,
  guessFromFile,
  inferType,
  startProfile,
  type ColumnProfile,
} from './profile-column';
import { openTable, type OpenBytes } from './read-table';
import { findShapeFault, readCell, readRow, type RowReading, type TypedColumn } from './read-row';
import { PLAIN_STYLE } from './read-value';
import { RepeatedKeys } from './repeated-keys';
import { sourceOf, type ImportOptions } from './schema';
import type { ChosenStyle, ColumnStyle, CsvRow, Field, FieldType, ImportPlan, ValueType } from './types';

/** What the first reading of a whole file tells. */
export interface Survey {
  plan: ImportPlan;
  /** Rows below the header that hold any text. */
  rows: number;
  profiles: readonly ColumnProfile[];
  repeated: RepeatedKeys;
}

const PROFILED: ReadonlySet<FieldType | null> = new Set([
  null,
  'number',
  'amount',
  'date',
  'instant',
  'list',
]);

/**
 * Reads a file once to learn how its columns are written, which people occur more than once, and how long it is.
 *
 * @param onRow called with each row, to show progress.
 * @throws ImportFault when the file cannot be read, or the mapping does not fit it.
 */
export async function surveyFile(
  openBytes: OpenBytes,
  { mapping, ...options }: ImportOptions,
  onRow: (rows: number) => void = () => undefined,
): Promise<Survey> {
  const table = await openTable(openBytes, options.format);
  const plan = planColumns(table.header, mapping);
  const source = sourceOf({ mapping, ...options });
  const profiles = plan.columns.map(startProfile);
  const repeated = new RepeatedKeys();
  const identity = readingOfIdentity(plan);
  let rows = 0;
  for await (const row of table.rows) {
    onRow(++rows);
    if (findShapeFault(row.cells, plan.columns.length)) continue;
    profileRow(plan, profiles, row);
    const read = readRow(identity, row);
    if (!('values' in read)) continue;
    for (const key of findKeysOfValues(mapping.kind, read.values, source)) repeated.note(key, row.row);
  }
  if (rows === 0) throw new ImportFault('The file has a header and no rows below it.');
  return { plan, rows, profiles, repeated };
}

/** Adds a row's cells to the profiles of the columns whose type or way of writing is to be found. */
export function profileRow(plan: ImportPlan, profiles: readonly ColumnProfile[], { cells }: CsvRow): void {
  for (const { index, field } of plan.columns) {
    const profile = profiles[index];
    if (!field || !profile || !PROFILED.has(field.type)) continue;
    addToProfile(profile, readCell(plan.values, field.path, cells[index] ?? ''));
  }
}

function readingOfIdentity(plan: ImportPlan): RowReading {
  const paths = IDENTITY_PATHS[plan.kind];
  return settleTypes(plan, [], (field) => (paths.includes(field.path) ? field.type : null));
}

/**
 * Settles how each column and constant is read.
 *
 * @param typeOf the type of a field; null leaves the column out.
 */
function settleTypes(
  plan: ImportPlan,
  profiles: readonly ColumnProfile[],
  typeOf: (field: Field, profile?: ColumnProfile, chosen?: ChosenStyle) => FieldType | null,
): RowReading {
  const file = findFileWays(profiles);
  const columns = plan.columns.flatMap(({ index, header, field }): TypedColumn[] => {
    const profile = profiles[index];
    const chosen = { ...(profile ? guessFromFile(profile, file) : {}), ...plan.styles.get(header) };
    const type = field && typeOf(field, profile, chosen);
    if (!field || !type) return [];
    const style = { ...(profile ? findStyle(profile) : PLAIN_STYLE), ...pickStyle(chosen) };
    return [{ index, header, path: field.path, type, style }];
  });
  const constants = plan.constants.flatMap(({ field, value }) => {
    const profile = startProfile();
    addToProfile(profile, value);
    const type = typeOf(field, profile);
    return type ? [{ path: field.path, type, text: value }] : [];
  });
  return { width: plan.columns.length, columns, constants, values: plan.values };
}

/**
 * Settles how the whole file is read: the fields' own types, those of attributes that exist, and for new attributes what
 * their column shows.
 *
 * @param known types of the attributes that exist, by field path.
 */
export function readingOfFile(
  survey: Omit<Survey, 'repeated' | 'rows'>,
  known: ReadonlyMap<string, ValueType>,
) {
  return settleTypes(
    survey.plan,
    survey.profiles,
    (field, profile, chosen) =>
      field.type ?? known.get(field.path) ?? chosen?.type ?? (profile ? inferType(profile, chosen) : 'text'),
  );
}

function pickStyle({ numbers, dates }: ChosenStyle = {}): Partial<ColumnStyle> {
  return { ...(numbers ? { numbers } : {}), ...(dates ? { dates } : {}) };
}
