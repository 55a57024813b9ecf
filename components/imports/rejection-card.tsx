import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';
import { formatCount, formatNumber } from '@/components/ui/format';
import { Table, Td, Th, Tr } from '@/components/ui/table';
import type { Rejection } from '@/lib/imports/types';

export interface RejectionCardProps {
  importId: string;
  rejections: readonly Rejection[];
  /** How many rows were rejected in all. */
  total: number;
}

/** Rejected rows with their reasons. */
export function RejectionTable({ rejections }: { rejections: readonly Rejection[] }) {
  return (
    <Table caption="Rejected rows" fixed>
      <thead>
        <tr>
          <Th edge="start" width={76}>
            Row
          </Th>
          <Th hideOnPhone width={160}>
            Column
          </Th>
          <Th hideOnPhone width={200}>
            Value
          </Th>
          <Th edge="end">Reason</Th>
        </tr>
      </thead>
      <tbody>
        {rejections.map((rejection) => (
          <Tr key={`${rejection.row} ${rejection.reason}`}>
            <Td edge="start" className="text-faint">
              {formatNumber(rejection.row)}
            </Td>
            <Td hideOnPhone className="truncate">
              {rejection.column ?? '–'}
            </Td>
            <Td
              hideOnPhone
              className="truncate font-mono text-xs text-soft"
              title={rejection.value ?? undefined}
            >
              {rejection.value || '–'}
            </Td>
            <Td edge="end" className="py-2 break-words">
              {rejection.reason}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The first rejected rows with their reasons, and all of them as a file. */
export function RejectionCard({ importId, rejections, total }: RejectionCardProps) {
  return (
    <Card>
      <CardHeader
        title="Problems"
        note={<span className="text-bad">{formatCount(total, 'row rejected', 'rows rejected')}</span>}
      />
      <CardBody flush>
        <RejectionTable rejections={rejections} />
      </CardBody>
      <CardFooter>
        <span>
          {rejections.length < total ? `The first ${rejections.length}` : 'Rows count as in a spreadsheet'}
        </span>
        <a href={`/api/imports/${importId}/rejections`} download>
          Download with reasons
        </a>
      </CardFooter>
    </Card>
  );
}
