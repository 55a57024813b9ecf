import type { AttributePatch } from '@/lib/intake/types';
import { settleAttributes } from '@/lib/intake/mutations/settle-attributes';
import type { BatchContext, BatchResult } from '@/lib/intake/mutations/batch';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import type { ScoreCause } from '@/lib/scores/types';
import { AppError } from '@/lib/server/errors';
import type { InputFault } from '@/lib/server/parse';
import { toFault, type ItemOutcome } from './batch-answer';

/** Attributes of a record that may be new to us: whose they are, and where in the item they stand. */
export interface NamedAttributes {
  entity: 'lead' | 'company';
  path: string;
  patch: AttributePatch;
}

export interface Writing<R> {
  records: readonly R[];
  cause: ScoreCause;
  /** The attributes that a record carries; none when absent. */
  attributesOf?: (record: R) => NamedAttributes[];
  write: (context: BatchContext, records: readonly R[]) => Promise<BatchResult>;
}

/**
 * Writes records through the intake, in the context's transaction: what does not fit is refused by itself, the rest is
 * written and the scores it touches are noted.
 *
 * @returns what became of each, in order.
 */
export async function writeRecords<R>(
  context: BatchContext,
  { records, cause, attributesOf = () => [], write }: Writing<R>,
): Promise<ItemOutcome[]> {
  const faults = await findFaults(context, records.map(attributesOf));
  const fitting = records.filter((_, index) => faults[index]?.length === 0);
  const result = await write(context, fitting);
  const [leadIds, companyIds] = [[...result.leadIds], [...result.companyIds]];
  await enqueueRescore(context.tx, { leadIds, companyIds, cause });
  let place = 0;
  return records.map((_, index): ItemOutcome => {
    const found = faults[index] ?? [];
    if (found.length > 0) return { faults: found };
    const at = place++;
    return { outcome: result.outcomes[at] ?? 'unchanged', id: result.ids[at] ?? null };
  });
}

async function findFaults(
  context: BatchContext,
  named: readonly NamedAttributes[][],
): Promise<InputFault[][]> {
  const faults: InputFault[][] = named.map(() => []);
  for (const entity of ['lead', 'company'] as const) {
    const places = named.flatMap((all, index) =>
      all.filter((one) => one.entity === entity).map((one) => ({ ...one, index })),
    );
    const found = await settleAttributes(
      context,
      entity,
      places.map(({ patch }) => patch),
    );
    for (const [at, { index, path }] of places.entries()) {
      const told = (found[at] ?? []).map(({ key, reason }) => ({ path: `${path}.${key}`, message: reason }));
      faults[index]?.push(...told);
    }
  }
  return faults;
}

/** A record that was written by itself. */
export interface WrittenOne {
  id: string | null;
  status: 200 | 201;
}

/**
 * Writes one record.
 *
 * @throws AppError `unprocessable` when it does not fit.
 */
export async function writeOne<R>(context: BatchContext, writing: Writing<R>): Promise<WrittenOne> {
  const [done] = await writeRecords(context, writing);
  if (!done) throw new Error('The intake gave no outcome.');
  const faults =
    'faults' in done ? done.faults : typeof done.outcome === 'object' ? [toFault(done.outcome)] : [];
  const [first] = faults;
  if (first) throw new AppError('unprocessable', `${first.path || 'body'}: ${first.message}`, faults);
  const created = 'outcome' in done && done.outcome === 'created';
  return { id: 'id' in done ? done.id : null, status: created ? 201 : 200 };
}
