import type { BatchAnswer } from '@/lib/api/schemas/answers';
import type { GroupOutcome } from '@/lib/intake/mutations/batch';
import type { InputFault } from '@/lib/server/parse';
import type { ReadItem } from './bind';

/** What became of an item that was read: what the intake says, or faults found on the way there. */
export type ItemOutcome = { outcome: GroupOutcome; id: string | null } | { faults: InputFault[] };

type Result = BatchAnswer['results'][number];

/** Why the intake refused a record, as a fault of the item it came from. */
export function toFault(outcome: Exclude<GroupOutcome, string>): InputFault {
  return { path: outcome.path ?? '', message: outcome.reason };
}

function toResult(index: number, done: ItemOutcome): Result {
  if ('faults' in done) return { index, status: 422, errors: done.faults };
  const { outcome, id } = done;
  if (typeof outcome === 'object') return { index, status: 422, errors: [toFault(outcome)] };
  return { index, status: outcome === 'created' ? 201 : 200, ...(id === null ? {} : { id }) };
}

/**
 * The answer to a batch: one result an item, in order.
 *
 * @param done what became of the items that could be read, in order.
 */
export function toBatchAnswer<T>(items: readonly ReadItem<T>[], done: readonly ItemOutcome[]): BatchAnswer {
  const rest = done.values();
  const outcomes = items.map((item): ItemOutcome => {
    if (!item.ok) return { faults: item.faults };
    const next = rest.next();
    return next.done ? { faults: [] } : next.value;
  });
  const count = (word: GroupOutcome) =>
    outcomes.filter((one) => 'outcome' in one && one.outcome === word).length;
  const [created, updated, unchanged] = [count('created'), count('updated'), count('unchanged')];
  return {
    results: outcomes.map((one, index) => toResult(index, one)),
    created,
    updated,
    unchanged,
    refused: items.length - created - updated - unchanged,
  };
}
