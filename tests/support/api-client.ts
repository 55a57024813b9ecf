import { NextRequest } from 'next/server';
import { z } from 'zod';
import { serve } from '@/app/api/v1/serve';
import { expandScopes } from '@/lib/api-keys/expand-scopes';
import { createApiKey } from '@/lib/api-keys/mutations';
import { createKeySchema } from '@/lib/api-keys/schema';
import { checkAnswer } from './check-answer';

/** An answer of the API as tests read it. */
export interface ApiAnswer {
  status: number;
  headers: Headers;
  /** As JSON; null when there is none. */
  body: unknown;
  text: string;
}

export interface ApiRequest {
  body?: unknown;
  /** Sent as it is, in the place of `body`. */
  raw?: string;
  headers?: Record<string, string>;
}

/** A key for tests; by its scopes, `all` when none is named. */
export async function makeKey(
  scopes: readonly string[] = ['all'],
  name = 'Test',
): Promise<{ id: string; key: string }> {
  return createApiKey(
    'command line',
    createKeySchema.parse({ name, scopes: expandScopes(scopes) }),
    new Date(),
  );
}

/**
 * Asks the API as a program does, through the handler that serves it; every answer must be as the document says.
 *
 * @param address method and path below `/api/v1`, such as `POST /leads`.
 */
export async function callApi(
  key: string | null,
  address: string,
  request: ApiRequest = {},
): Promise<ApiAnswer> {
  const [method = 'GET', path = ''] = address.split(' ');
  const body = request.raw ?? (request.body === undefined ? undefined : JSON.stringify(request.body));
  const headers = {
    ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...request.headers,
  };
  const response = await serve(new NextRequest(`http://127.0.0.1/api/v1${path}`, { method, headers, body }));
  const text = await response.text();
  const parsed: unknown = text === '' ? null : JSON.parse(text);
  const answer = { status: response.status, headers: response.headers, body: parsed, text };
  checkAnswer(method, path, answer);
  return answer;
}

/** What an answer says of an id. */
export function idOf(answer: ApiAnswer): string {
  return z.looseObject({ id: z.string() }).parse(answer.body).id;
}

const faultsSchema = z.looseObject({
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});

/** The paths of the faults that a problem names. */
export function faultPaths(answer: ApiAnswer): string[] {
  return (faultsSchema.parse(answer.body).errors ?? []).map(({ path }) => path);
}

const pageSchema = z.object({ items: z.array(z.looseObject({})), next: z.string().nullable() });

/** A page of a list. */
export function pageOf(answer: ApiAnswer) {
  return pageSchema.parse(answer.body);
}
