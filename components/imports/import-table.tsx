import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { formatNumber } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { ImportEntry } from '@/lib/imports/data';
import { KIND_WORDS, STAGE_WORDS } from './import-words';

const COUNTS = ['created', 'updated', 'unchanged', 'rejected'] as const;

/** Imports, newest first. */
export function ImportTable({ imports }: { imports: readonly ImportEntry[] }) {
  return (
    <Table caption="Imports" fixed>
      <thead>
        <tr>
          <Th edge="start">File</Th>
          <Th hideOnPhone width={104}>
            Rows are
          </Th>
          <Th hideOnPhone align="right" width={84}>
            New
          </Th>
          <Th hideOnPhone align="right" width={84}>
            Updated
          </Th>
          <Th hideOnPhone align="right" width={92}>
            Unchanged
          </Th>
          <Th align="right" width={84}>
            Rejected
          </Th>
          <Th edge="end" width={156}>
            State
          </Th>
        </tr>
      </thead>
      <tbody>
        {imports.map((entry) => (
          <ImportRow key={entry.id} entry={entry} />
        ))}
      </tbody>
    </Table>
  );
}

function ImportRow({ entry }: { entry: ImportEntry }) {
  const { word, tone } = STAGE_WORDS[entry.stage];
  return (
    <Tr interactive>
      <Td edge="start">
        <TwoLines
          primary={
            <Link href={`/imports/${entry.id}`} className="hover:underline">
              {entry.fileName}
            </Link>
          }
          secondary={
            <>
              <RelativeTime at={entry.createdAt} /> by {entry.userName ?? 'the command line'}
            </>
          }
        />
      </Td>
      <Td hideOnPhone className="text-soft">
        {KIND_WORDS[entry.kind]}
      </Td>
      {COUNTS.map((name) => (
        <Td
          key={name}
          align="right"
          hideOnPhone={name !== 'rejected'}
          className={
            name === 'rejected' && entry.rejected > 0 ? 'text-bad' : entry[name] === 0 ? 'text-faint' : ''
          }
        >
          {formatNumber(entry[name])}
        </Td>
      ))}
      <Td edge="end">
        <Badge tone={tone}>{word}</Badge>
      </Td>
    </Tr>
  );
}
