import { z } from 'zod';
import { BATCH_ITEMS } from '@/lib/api/constants';
import type { AnyContract, Contract, SuccessStatus } from '@/lib/api/contract';
import type { Scope } from '@/lib/api-keys/constants';
import { grantScope, type KeyActor, type VerifiedKey } from '@/lib/auth/key-actor';
import type { BatchContext } from '@/lib/intake/mutations/batch';
import { AppError } from '@/lib/server/errors';
import { listFaults, parseInput, type InputFault } from '@/lib/server/parse';

/** What an operation answers. */
export interface Answer<T> {
  status: SuccessStatus;
  body: T;
  /** The address of what came to be, below `/api/v1`. */
  location?: string;
}

/** Carries out writing in one transaction, and keeps its answer for the `Idempotency-Key` in the same one. */
export type Commit = <T>(work: (context: BatchContext) => Promise<Answer<T>>) => Promise<Answer<T>>;

/** What comes with every request. */
interface Surroundings {
  now: Date;
  commit: Commit;
}

/** What comes with a request of a key that has scope `S`. */
export interface Caller<S extends Scope> extends Surroundings {
  key: KeyActor<S>;
}

/** A request that was read: each part is what the contract's schema made of it. */
export interface Call<P, Q, B, S extends Scope> extends Caller<S> {
  params: P;
  query: Q;
  body: B;
}

/** A request as it came. */
export interface RawCall extends Surroundings {
  /** Null when someone signed in asks, where no scope is needed. */
  key: VerifiedKey | null;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** An operation that can be served: what is said of it, and how it is carried out. */
export interface Route {
  contract: AnyContract;
  run: (call: RawCall) => Promise<Answer<unknown>>;
}

/** One item of a batch: read, or refused. */
export type ReadItem<T> = { ok: true; value: T } | { ok: false; faults: InputFault[] };

const envelope = z.strictObject({ items: z.array(z.unknown()).min(1).max(BATCH_ITEMS) });

function requireScope<S extends Scope>({ key, now, commit }: RawCall, scope: S): Caller<S> {
  if (!key) throw new AppError('unauthenticated', 'This needs an API key.');
  return { key: grantScope(key, scope), now, commit };
}

/** Ties a contract to what carries it out: its schemas read what the handler gets. */
export function bind<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
  S extends Scope,
>(
  contract: Contract<P, Q, B, A, S>,
  handle: (call: Call<z.output<P>, z.output<Q>, z.output<B>, S>) => Promise<Answer<z.output<A>>>,
): Route {
  return {
    contract,
    run: async (raw) => {
      const caller = requireScope(raw, contract.scope);
      const params = parseInput(contract.params, raw.params);
      const query = parseInput(contract.query, raw.query);
      return handle({ ...caller, params, query, body: parseInput(contract.body, raw.body, 'unprocessable') });
    },
  };
}

/** Ties the contract of a batch to what carries it out: each item is read by itself. */
export function bindBatch<B extends z.ZodType, A extends z.ZodType, N extends z.ZodType, S extends Scope>(
  contract: Contract<N, N, B, A, S>,
  handle: (items: ReadItem<z.output<B>>[], caller: Caller<S>) => Promise<Answer<z.output<A>>>,
): Route {
  return {
    contract,
    run: async (raw) => {
      const caller = requireScope(raw, contract.scope);
      parseInput(contract.query, raw.query);
      const { items } = parseInput(envelope, raw.body, 'unprocessable');
      return handle(
        items.map((item) => readItem(contract.body, item)),
        caller,
      );
    },
  };
}

/** Ties a contract without a scope to what answers it, the same for everyone. */
export function bindOpen<A extends z.ZodType, N extends z.ZodType>(
  contract: Contract<N, N, z.ZodUndefined, A, null>,
  handle: () => Promise<Answer<z.output<A>>>,
): Route {
  return {
    contract,
    run: (raw) => {
      parseInput(contract.query, raw.query);
      return handle();
    },
  };
}

function readItem<B extends z.ZodType>(schema: B, item: unknown): ReadItem<z.output<B>> {
  const read = schema.safeParse(item);
  return read.success ? { ok: true, value: read.data } : { ok: false, faults: listFaults(read.error) };
}
