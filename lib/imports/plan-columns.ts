import { createOwnField, findField, nameAttribute, OWN_PREFIX } from './fields';
import { ImportFault } from './import-fault';
import { MARKETO_ACTIVITY_TYPES } from './header-names';
import { recogniseColumns, reduceName } from './recognise-columns';
import type { Mapping } from './schema';
import type { Field, ImportPlan, PlannedColumn } from './types';

/**
 * Decides what becomes of each column: what the mapping says, else what the header's name says, else an attribute of its
 * own (a property, for events; deals have no room for one, and leave the column out).
 *
 * @throws ImportFault when the mapping names a column that the file does not have.
 */
export function planColumns(header: readonly string[], mapping: Mapping): ImportPlan {
  const missing = Object.keys(mapping.columns).filter((name) => !header.includes(name));
  if (missing.length > 0) {
    const issues = missing.map((name) => ({
      path: `columns.${name}`,
      message: 'the file has no such column',
    }));
    const names = missing.map((name) => `"${name}"`).join(', ');
    throw new ImportFault(`The mapping names columns that the file does not have: ${names}.`, issues);
  }
  const mapped = new Set(Object.values(mapping.columns).filter((path) => path !== null));
  const free = header.map((name) => (Object.hasOwn(mapping.columns, name) ? '' : name));
  const recognised = recogniseColumns(mapping.kind, free, mapped);
  const used = new Set([...mapped, ...recognised.flatMap((field) => field?.path ?? [])]);
  const columns = header.map((name, index): PlannedColumn => {
    if (Object.hasOwn(mapping.columns, name)) return planMapped(mapping, name, index);
    const field = recognised[index];
    if (field) return { index, header: name, field: labelled(field, name), basis: 'name' };
    const own = planOwn(mapping, name, index, used);
    return { index, header: name, field: own, basis: own ? 'attribute' : 'left_out' };
  });
  return {
    kind: mapping.kind,
    columns,
    values: addKnownValues(readValues(mapping), columns),
    styles: new Map(Object.entries(mapping.styles)),
    constants: readConstants(mapping),
  };
}

/** An attribute of the user's own is called as its column is. */
function labelled(field: Field, header: string): Field {
  return field.type === null ? createOwnField(field.path, header) : field;
}

function planMapped(mapping: Mapping, header: string, index: number): PlannedColumn {
  const path = mapping.columns[header];
  const field = path ? findField(mapping.kind, path) : undefined;
  return {
    index,
    header,
    field: field ? labelled(field, header) : null,
    basis: field ? 'mapping' : 'left_out',
  };
}

function planOwn(mapping: Mapping, header: string, index: number, used: Set<string>): Field | null {
  const prefix = OWN_PREFIX[mapping.kind];
  if (prefix === null) return null;
  const key = nameAttribute(header, index);
  let path = prefix + key;
  for (let copy = 2; used.has(path); copy++) path = `${prefix}${key}_${copy}`;
  used.add(path);
  return createOwnField(path, header);
}

function readValues(mapping: Mapping): ImportPlan['values'] {
  const lower = (values: Record<string, string>) =>
    new Map(Object.entries(values).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours] as const));
  return new Map(Object.entries(mapping.values).map(([path, values]) => [path, lower(values)] as const));
}

/** Marketo's export tells activity types by number. */
function addKnownValues(
  values: ImportPlan['values'],
  columns: readonly PlannedColumn[],
): ImportPlan['values'] {
  const type = columns.find(({ field }) => field?.path === 'type');
  if (!type || values.has('type') || reduceName(type.header) !== 'activitytypeid') return values;
  return new Map([...values, ['type', new Map(Object.entries(MARKETO_ACTIVITY_TYPES))]]);
}

function readConstants(mapping: Mapping): ImportPlan['constants'] {
  return Object.entries(mapping.constants).flatMap(([path, value]) => {
    const field = findField(mapping.kind, path);
    return field ? [{ field, value }] : [];
  });
}
