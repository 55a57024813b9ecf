'use client';

import Link from 'next/link';
import { useTransition, type ReactNode } from 'react';
import { useMerge } from '@/components/leads/use-merge';
import { TierBadge } from '@/components/scores/tier-badge';
import { Badge } from '@/components/ui/badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { formatNumber } from '@/components/ui/format';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table, Td, Th } from '@/components/ui/table';
import { useToast } from '@/components/ui/toast';
import { judgeDuplicateAction } from '@/lib/duplicates/actions';
import type { DuplicatePair, DuplicateSide } from '@/lib/duplicates/types';
import { BASIS_WORDS } from './basis-words';

interface Line {
  label: string;
  read: (side: DuplicateSide) => ReactNode;
  /** What makes the line worth showing, and equal on both sides. */
  value: (side: DuplicateSide) => string | number | null;
}

const LINES: readonly Line[] = [
  { label: 'E-mail', value: ({ email }) => email, read: ({ email }) => email },
  { label: 'Job title', value: ({ title }) => title, read: ({ title }) => title },
  { label: 'Company', value: ({ company }) => company, read: ({ company }) => company },
  {
    label: 'External id',
    value: ({ externalId }) => externalId,
    read: ({ externalId, source }) => (externalId ? `${externalId} (${source ?? ''})` : null),
  },
  { label: 'Owner', value: ({ owner }) => owner, read: ({ owner }) => owner },
  {
    label: 'History',
    value: ({ events }) => events + 1,
    read: ({ events, deals, seenAt }) => (
      <>
        {formatNumber(events)} {events === 1 ? 'event' : 'events'}
        {deals > 0 ? `, ${formatNumber(deals)} ${deals === 1 ? 'deal' : 'deals'}` : ''}
        {seenAt === null ? null : (
          <>
            , last <RelativeTime at={seenAt} />
          </>
        )}
      </>
    ),
  },
  { label: 'Known', value: () => 1, read: ({ createdAt }) => <RelativeTime at={createdAt} /> },
];

/** Two leads that may be one, with what speaks for it, and what to do. */
export function PairCard({ pair, mayMerge }: { pair: DuplicatePair; mayMerge: boolean }) {
  const { basis, likeness, sides } = pair;
  const [kept, other] = sides;
  const { busy, merge } = useMerge();
  const { judging, judge } = useJudge(kept.id, other.id);
  const mergeNow = () =>
    merge(
      { survivorId: kept.id, mergedId: other.id, take: [] },
      `${other.name} was merged into ${kept.name}`,
    );
  const likewise =
    basis === 'name' ? `${BASIS_WORDS[basis]}, ${Math.round(likeness * 100)} %` : BASIS_WORDS[basis];
  return (
    <Card>
      <CardHeader
        title={kept.name === other.name ? kept.name : `${kept.name} and ${other.name}`}
        note={likewise}
        actions={
          mayMerge ? (
            <>
              <Button size="sm" variant="quiet" busy={judging} onClick={() => judge(false)}>
                Not the same
              </Button>
              <ButtonLink size="sm" href={`/leads/${kept.id}/merge?with=${other.id}`}>
                Choose values
              </ButtonLink>
              <Button size="sm" variant="primary" busy={busy} onClick={mergeNow}>
                Merge
              </Button>
            </>
          ) : undefined
        }
      />
      <CardBody flush>
        <Table caption="Both leads side by side" fixed>
          <thead>
            <tr>
              <Th edge="start" width="22%">
                <span className="sr-only">Value</span>
              </Th>
              {sides.map((side, index) => (
                <Th key={side.id} width="39%" edge={index === 1 ? 'end' : undefined}>
                  <span className="flex min-w-0 items-center gap-1.5">
                    {side.tier ? <TierBadge tier={side.tier} size="sm" /> : null}
                    <Link href={`/leads/${side.id}`} className="truncate text-text hover:underline">
                      {side.name}
                    </Link>
                    {index === 0 ? <Badge>stays</Badge> : null}
                  </span>
                </Th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.filter(({ value }) => sides.some((side) => value(side) !== null)).map((line) => (
              <tr key={line.label}>
                <Th scope="row" edge="start" className="text-soft">
                  {line.label}
                </Th>
                {sides.map((side, index) => (
                  <Td key={side.id} edge={index === 1 ? 'end' : undefined} className="h-8 break-words">
                    {line.value(side) === null ? (
                      <span className="text-faint">unknown</span>
                    ) : (
                      line.read(side)
                    )}
                  </Td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </CardBody>
    </Card>
  );
}

function useJudge(leadId: string, otherId: string): { judging: boolean; judge: (same: boolean) => void } {
  const show = useToast();
  const [judging, startTransition] = useTransition();
  const judge = (same: boolean) =>
    startTransition(async () => {
      const result = await judgeDuplicateAction({ leadId, otherId, same });
      if (!result.ok) return show({ title: result.message, tone: 'bad' });
      if (same) return show({ title: 'Proposed again' });
      show({ title: 'They stay two leads', action: { label: 'Undo', onSelect: () => judge(true) } });
    });
  return { judging, judge };
}
