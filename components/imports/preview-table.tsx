import { formatNumber } from '@/components/ui/format';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { PreviewColumn, PreviewRow } from '@/lib/imports/preview-file';

/** Columns shown beside the row's number; a phone shows the first two. */
const SHOWN_COLUMNS = 6;

export interface PreviewTableProps {
  columns: readonly PreviewColumn[];
  rows: readonly PreviewRow[];
}

/** The first rows as they would be stored. */
export function PreviewTable({ columns, rows }: PreviewTableProps) {
  const used = columns.filter(({ field }) => field !== null);
  const shown = [...used]
    .sort((a, b) => Number(a.basis === 'attribute') - Number(b.basis === 'attribute') || b.filled - a.filled)
    .slice(0, SHOWN_COLUMNS)
    .sort((a, b) => a.index - b.index);
  return (
    <Table caption="First rows" fixed>
      <thead>
        <tr>
          <Th edge="start" width={64}>
            Row
          </Th>
          {shown.map(({ field, header }, index) => (
            <Th key={header} hideOnPhone={index > 1} className="truncate">
              {field?.label}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, values, reason }) => (
          <Tr key={row} className={reason ? 'bg-bad-soft' : undefined}>
            <Td edge="start" className="text-faint">
              {formatNumber(row)}
            </Td>
            {reason ? (
              <Td colSpan={shown.length} className="text-bad">
                {reason}
              </Td>
            ) : (
              shown.map(({ field, header }, index) => (
                <Td key={header} hideOnPhone={index > 1} className="truncate">
                  {(field && values[field.path]) || <span className="text-faint">–</span>}
                </Td>
              ))
            )}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
