import { Badge } from '@/components/ui/badge';
import { formatPercent } from '@/components/ui/format';
import { Select } from '@/components/ui/select';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { FIELDS, OWN_PREFIX } from '@/lib/imports/fields';
import type { PreviewColumn } from '@/lib/imports/preview-file';
import type { ImportKind } from '@/lib/imports/types';
import { TYPE_WORDS } from './import-words';

export interface ColumnTableProps {
  kind: ImportKind;
  columns: readonly PreviewColumn[];
  /** A change is being saved. */
  busy: boolean;
  /** A column is to fill another field; null leaves it out. */
  onChoose: (header: string, path: string | null) => void;
}

const LEFT_OUT = '-';

/** Their columns and our fields: what was recognised, and what the person decides. */
export function ColumnTable({ kind, columns, busy, onChoose }: ColumnTableProps) {
  const taken = new Map(
    columns.flatMap(({ field, header }) => (field ? [[field.path, header] as const] : [])),
  );
  return (
    <Table caption="Columns" fixed>
      <thead>
        <tr>
          <Th edge="start">Their column</Th>
          <Th>Our field</Th>
          <Th hideOnPhone width={116}>
            Type
          </Th>
          <Th hideOnPhone>Samples</Th>
          <Th hideOnPhone edge="end" align="right" width={72}>
            Filled
          </Th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column) => (
          <Tr key={column.header}>
            <Td edge="start" className="truncate" title={column.header}>
              {column.header}
            </Td>
            <Td>
              <span className="flex min-w-0 items-center gap-1.5">
                <Select
                  aria-label={`Our field for ${column.header}`}
                  options={listOptions(kind, column, taken)}
                  value={column.field?.path ?? LEFT_OUT}
                  disabled={busy}
                  onChange={({ target }) =>
                    onChoose(column.header, target.value === LEFT_OUT ? null : target.value)
                  }
                />
                {column.basis === 'attribute' ? <Badge>new</Badge> : null}
              </span>
            </Td>
            <Td hideOnPhone className="text-soft">
              {column.type ? TYPE_WORDS[column.type] : '–'}
            </Td>
            <Td hideOnPhone className="truncate text-xs text-soft" title={column.samples.join(', ')}>
              {column.samples.join(', ') || <span className="text-faint">empty</span>}
            </Td>
            <Td hideOnPhone edge="end" align="right" className="text-soft">
              {formatPercent(column.filled)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function listOptions(kind: ImportKind, column: PreviewColumn, taken: ReadonlyMap<string, string>) {
  const prefix = OWN_PREFIX[kind];
  const own = column.field?.type === null ? column.field : null;
  const known = FIELDS[kind].map(({ path, label }) => {
    const holder = taken.get(path);
    const elsewhere = holder !== undefined && holder !== column.header;
    return { value: path, label: elsewhere ? `${label} (from ${holder})` : label, disabled: elsewhere };
  });
  const words = prefix === 'properties.' ? 'Property' : 'Attribute of your own';
  return [
    { value: LEFT_OUT, label: 'Left out' },
    ...(own ? [{ value: own.path, label: `${words}: ${own.path}` }] : []),
    ...known,
  ];
}
