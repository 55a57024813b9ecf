import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { CopyText } from '@/components/ui/copy-text';
import { formatNumber } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th, Tr, TwoLines } from '@/components/ui/table';
import type { SourceRow } from '@/lib/tracking/types';
import { SourceMenu } from './source-menu';

export interface SourceTableProps {
  sources: readonly SourceRow[];
  /** The reader may change them. */
  mayManage: boolean;
}

const nameHost = (origin: string) => origin.replace(/^https:\/\//, '');

/** What is connected: its write key, where it sends from, when it last did. */
export function SourceTable({ sources, mayManage }: SourceTableProps) {
  return (
    <Table caption="Sources" fixed>
      <thead>
        <tr>
          <Th edge="start">Source</Th>
          <Th hideOnPhone width="26%">
            Write key
          </Th>
          <Th hideOnPhone width="24%">
            Pages may send from
          </Th>
          <Th width={104}>Last event</Th>
          <Th hideOnPhone width={104} align="right">
            Rejected
          </Th>
          <Th edge="end" width={56}>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Tr key={source.id}>
            <Td edge="start" className="max-md:py-2">
              <TwoLines
                primary={
                  <>
                    {source.name} {source.active ? null : <Badge tone="warn">Ended</Badge>}
                  </>
                }
                secondary={`Connected by ${source.createdBy ?? 'the command line'}`}
              />
              {source.active ? (
                <CopyText
                  label={`the write key of ${source.name}`}
                  text={source.writeKey}
                  className="md:hidden"
                />
              ) : null}
            </Td>
            <Td hideOnPhone>
              {source.active ? (
                <CopyText label={`the write key of ${source.name}`} text={source.writeKey} />
              ) : (
                <span className="text-faint">No longer valid</span>
              )}
            </Td>
            <Td hideOnPhone className="truncate text-soft" title={source.origins.join('\n')}>
              {source.origins.length > 0 ? source.origins.map(nameHost).join(', ') : 'None: servers only'}
            </Td>
            <Td className="text-soft">
              {source.lastEventAt ? <RelativeTime at={source.lastEventAt} /> : 'None yet'}
            </Td>
            <Td hideOnPhone align="right">
              {source.rejected > 0 ? (
                <Link href={`/settings/rejected?source=${source.id}`} className="text-accent">
                  {formatNumber(source.rejected)}
                </Link>
              ) : (
                0
              )}
            </Td>
            <Td edge="end" align="right">
              <SourceMenu source={source} mayManage={mayManage} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
