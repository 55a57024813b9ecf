import { formatNumber } from '@/components/ui/format';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import { TierBadge } from '@/components/scores/tier-badge';
import type { PreviewScore } from '@/lib/imports/mutations/preview-scores';
import type { PreviewColumn, PreviewRow } from '@/lib/imports/preview-file';
import { showValue } from './show-value';

/** Columns shown beside the row's number. */
const SHOWN_COLUMNS = 6;
const SHOWN_ON_PHONE = 2;

export interface PreviewTableProps {
  columns: readonly PreviewColumn[];
  rows: readonly PreviewRow[];
  /** What the rows' leads would score; empty for rows of other kinds, and while that is being reckoned. */
  scores: readonly PreviewScore[];
}

/** The first rows as they would be stored. */
export function PreviewTable({ columns, rows, scores }: PreviewTableProps) {
  const scoreOf = new Map(scores.map((score) => [score.row, score]));
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
            <Th key={header} hideOnPhone={index >= SHOWN_ON_PHONE} className="truncate">
              {field?.label}
            </Th>
          ))}
          {scores.length > 0 ? (
            <Th edge="end" width={88}>
              Would score
            </Th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, values, reason }) => (
          <Tr key={row} className={reason ? 'bg-bad-soft' : undefined}>
            <Td edge="start" className="text-faint">
              {formatNumber(row)}
            </Td>
            {reason ? (
              <>
                <Td colSpan={shown.length} hideOnPhone className="text-bad">
                  {reason}
                </Td>
                <Td colSpan={Math.min(SHOWN_ON_PHONE, shown.length)} className="text-bad md:hidden">
                  {reason}
                </Td>
              </>
            ) : (
              shown.map(({ field, header, type }, index) => (
                <Td key={header} hideOnPhone={index >= SHOWN_ON_PHONE} className="truncate">
                  {(field && showValue(type, values[field.path] ?? '')) || (
                    <span className="text-faint">–</span>
                  )}
                </Td>
              ))
            )}
            {scores.length > 0 ? <Td edge="end">{<WouldScore score={scoreOf.get(row)} />}</Td> : null}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

function WouldScore({ score }: { score: PreviewScore | undefined }) {
  if (!score) return <span className="text-faint">–</span>;
  return (
    <span className="flex items-center gap-1.5" title={`Fit ${score.fit}, intent ${score.intent}`}>
      <TierBadge tier={score.tier} size="sm" />
      {score.score}
    </span>
  );
}
