'use client';

import { clsx } from 'clsx';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { Card, CardBody, CardFooter, CardHeader } from '@/components/ui/card';
import { formatNumber } from '@/components/ui/format';
import { Table, Td, Th } from '@/components/ui/table';
import type { ComparedValue } from '@/lib/leads/compare-leads';
import type { MergeView } from '@/lib/leads/loaders';
import { useMerge } from './use-merge';

type Side = 'survivor' | 'merged';

export interface MergeFormProps {
  lead: MergeView['lead'];
  comparison: NonNullable<MergeView['comparison']>;
}

function count(many: number, one: string, more = `${one}s`): string {
  return `${formatNumber(many)} ${many === 1 ? one : more}`;
}

/** Two leads side by side; where both know different things, one of the two is chosen. */
export function MergeForm({ lead, comparison }: MergeFormProps) {
  const { other, moves, values } = comparison;
  const router = useRouter();
  const { busy, merge } = useMerge();
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({});
  const sideOf = ({ path, chosen: first }: ComparedValue) => chosen[path] ?? first;
  const submit = () => {
    const take = values.filter((row) => sideOf(row) === 'merged').map(({ path }) => path);
    const request = { survivorId: lead.id, mergedId: other.id, take };
    merge(request, `${other.name} was merged into ${lead.name}`, () => router.push(`/leads/${lead.id}`));
  };
  const moved = [
    moves.events > 0 && count(moves.events, 'event'),
    moves.deals > 0 && count(moves.deals, 'deal'),
    moves.activities > 0 && count(moves.activities, 'activity', 'activities'),
  ].filter((words) => words !== false);
  return (
    <Card className="max-w-[880px]">
      <CardHeader
        title="Is this one person?"
        actions={
          <ButtonLink size="sm" href={`/leads/${other.id}/merge?with=${lead.id}`} replace>
            Keep the other one instead
          </ButtonLink>
        }
      />
      <CardBody flush>
        <Table caption="Both leads, value by value" fixed>
          <thead>
            <tr>
              <Th edge="start" width="24%">
                Value
              </Th>
              <Th width="36%" className="truncate">
                Stays: {lead.name}
              </Th>
              <Th edge="end" width="36%" className="truncate">
                Goes into it: {other.name}
              </Th>
            </tr>
          </thead>
          <tbody>
            {values.map((row) => (
              <ValueRow
                key={row.path}
                row={row}
                side={sideOf(row)}
                onChoose={(side) => setChosen((before) => ({ ...before, [row.path]: side }))}
              />
            ))}
          </tbody>
        </Table>
      </CardBody>
      <CardFooter className="items-center max-sm:flex-col max-sm:items-stretch">
        <span className="grow">
          {moved.length > 0 ? `${moved.join(', ')} of ${other.name} go along. ` : ''}Addresses and ids of both
          lead to {lead.name} from then on; the earlier first contact counts. It can be undone.
        </span>
        <Button variant="primary" busy={busy} onClick={submit}>
          Merge
        </Button>
      </CardFooter>
    </Card>
  );
}

interface ValueRowProps {
  row: ComparedValue;
  side: Side;
  onChoose: (side: Side) => void;
}

function ValueRow({ row, side, onChoose }: ValueRowProps) {
  const { path, label, differs } = row;
  const cell = (of: Side) => {
    const value = row[of];
    if (value === null) return <span className="text-faint">unknown</span>;
    if (!differs)
      return <span className={side === of || row.survivor === row.merged ? '' : 'text-faint'}>{value}</span>;
    return (
      <label className="flex items-start gap-2 py-1.5">
        <input
          type="radio"
          name={path}
          className="mt-0.5 accent-accent"
          checked={side === of}
          aria-label={`${label}: ${value}`}
          onChange={() => onChoose(of)}
        />
        <span className={clsx('min-w-0 wrap-anywhere', side === of ? 'font-strong' : 'text-soft')}>
          {value}
        </span>
      </label>
    );
  };
  return (
    <tr>
      <Th scope="row" edge="start" className="py-1.5 align-middle whitespace-normal! text-soft">
        <span className="wrap-anywhere">{label}</span>
      </Th>
      <Td className="wrap-anywhere">{cell('survivor')}</Td>
      <Td edge="end" className="wrap-anywhere">
        {cell('merged')}
      </Td>
    </tr>
  );
}
