import { Badge } from '@/components/ui/badge';
import { formatPercent } from '@/components/ui/format';
import { Select } from '@/components/ui/select';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { FIELDS, OWN_PREFIX } from '@/lib/imports/fields';
import type { PreviewColumn } from '@/lib/imports/preview-file';
import type { ChosenStyle, ImportKind } from '@/lib/imports/types';
import { TYPE_WORDS } from './import-words';

export interface ColumnTableProps {
  kind: ImportKind;
  columns: readonly PreviewColumn[];
  /** A change is being saved. */
  busy: boolean;
  /** A column is to fill another field; null leaves it out. */
  onChoose: (header: string, path: string | null) => void;
  /** Its type, its numbers or its dates are to be read in another way. */
  onStyle: (header: string, style: ChosenStyle) => void;
}

const LEFT_OUT = '-';

/** Their columns and our fields: what was recognised, and what the person decides. */
export function ColumnTable({ kind, columns, busy, onChoose, onStyle }: ColumnTableProps) {
  const taken = new Map(
    columns.flatMap(({ field, header }) => (field ? [[field.path, header] as const] : [])),
  );
  return (
    <Table caption="Columns" fixed>
      <thead>
        <tr>
          <Th edge="start">Their column</Th>
          <Th width="52%">Our field, and how it is read</Th>
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
              <span className="flex min-w-0 flex-wrap items-center gap-1.5 py-1 md:flex-nowrap">
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
                <ReadAs column={column} busy={busy} onStyle={(style) => onStyle(column.header, style)} />
              </span>
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

const OWN_TYPES = ['text', 'number', 'boolean', 'date', 'list'] as const;
const NUMBER_WORDS = { english: '1,234.5', european: '1.234,5' } as const;
const DATE_WORDS = { dmy: 'day/month', mdy: 'month/day' } as const;

interface ReadAsProps {
  column: PreviewColumn;
  busy: boolean;
  onStyle: (style: ChosenStyle) => void;
}

/** The type of a column and, where its numbers or dates could be read in two ways, which of them; all changeable. */
function ReadAs({ column, busy, onStyle }: ReadAsProps) {
  const { header, type, style, field } = column;
  if (!type) return null;
  const isOwn = field?.type === null;
  return (
    <span className="flex shrink-0 flex-wrap items-center gap-1 text-soft md:w-52">
      {isOwn ? (
        <Select
          aria-label={`Type of ${header}`}
          className="w-20"
          options={OWN_TYPES.map((value) => ({ value, label: TYPE_WORDS[value] }))}
          value={type}
          disabled={busy}
          onChange={({ target }) => onStyle({ type: OWN_TYPES.find((value) => value === target.value) })}
        />
      ) : (
        TYPE_WORDS[type]
      )}
      {style.numbers ? (
        <Select
          aria-label={`Numbers of ${header}`}
          className="w-24"
          options={(['english', 'european'] as const).map((value) => ({ value, label: NUMBER_WORDS[value] }))}
          value={style.numbers}
          disabled={busy}
          onChange={({ target }) =>
            onStyle({ numbers: target.value === 'european' ? 'european' : 'english' })
          }
        />
      ) : null}
      {style.dates ? (
        <Select
          aria-label={`Dates of ${header}`}
          className="w-28"
          options={[
            ...(style.dates === 'unclear' ? [{ value: 'unclear', label: 'which first?' }] : []),
            ...(['dmy', 'mdy'] as const).map((value) => ({ value, label: DATE_WORDS[value] })),
          ]}
          value={style.dates}
          disabled={busy}
          onChange={({ target }) => onStyle({ dates: target.value === 'mdy' ? 'mdy' : 'dmy' })}
        />
      ) : null}
    </span>
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
  const words = prefix === 'properties.' ? 'Own property' : 'Own attribute';
  return [
    { value: LEFT_OUT, label: 'Left out' },
    ...(own ? [{ value: own.path, label: words }] : []),
    ...known,
  ];
}
