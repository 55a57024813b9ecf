import { z } from 'zod';
import type { Scope } from '@/lib/api-keys/constants';

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** The success that an operation answers with; 201 says that something came to be. */
export type SuccessStatus = 200 | 201 | 204;

/** Statuses that only some operations answer with, beside those that all do. */
export type SpecialProblem = 404 | 409;

/** What an example in the documentation sends and gets. */
export interface Example {
  /** Values of the path's parameters, in the path's order. */
  params?: readonly string[];
  query?: Readonly<Record<string, string>>;
  body?: unknown;
  answer?: unknown;
}

/**
 * All there is to know of an operation but how it is carried out. The same schemas check what comes in and make the
 * OpenAPI document.
 */
export interface Contract<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType,
  S extends Scope | null,
> {
  method: Method;
  /** Below `/api/v1`; parameters in braces. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  /** What a key needs; null when any key, or being signed in, is enough. */
  scope: S;
  params: P;
  query: Q;
  /** What the body is read by; of a batch, one of its items. Undefined when there is none. */
  body: B;
  /** Whether the body is `{ "items": [...] }`, each item read and answered by itself. */
  batch: boolean;
  answer: A;
  statuses: readonly SuccessStatus[];
  problems: readonly SpecialProblem[];
  example: Example;
}

/** Any operation, as far as it is documented. */
export type AnyContract = Contract<z.ZodType, z.ZodType, z.ZodType, z.ZodType, Scope | null>;

export const NOTHING = z.undefined();
export const NO_PARAMETERS = z.strictObject({});

/** A contract with what most leave out filled in. */
export function defineOperation<
  A extends z.ZodType,
  const S extends Scope | null,
  P extends z.ZodType = typeof NO_PARAMETERS,
  Q extends z.ZodType = typeof NO_PARAMETERS,
  B extends z.ZodType = typeof NOTHING,
>(contract: {
  method: Method;
  path: string;
  tag: string;
  summary: string;
  description?: string;
  scope: S;
  params?: P;
  query?: Q;
  body?: B;
  batch?: boolean;
  answer: A;
  statuses?: readonly SuccessStatus[];
  problems?: readonly SpecialProblem[];
  example?: Example;
}) {
  const { batch = false, statuses = [200], problems = [], example = {} } = contract;
  return {
    ...contract,
    params: contract.params ?? NO_PARAMETERS,
    query: contract.query ?? NO_PARAMETERS,
    body: contract.body ?? NOTHING,
    batch,
    statuses,
    problems,
    example,
  } as Contract<P, Q, B, A, S>;
}
