import { createHash } from 'node:crypto';
import type { NextRequest } from 'next/server';
import {
  API_ROOT,
  IDEMPOTENCY_KEY_LENGTH,
  REQUESTS_PER_LEASE,
  REQUESTS_PER_WINDOW,
  WINDOW_SECONDS,
} from '@/lib/api/constants';
import { matchPath, type PathMatch } from '@/lib/api/match-path';
import {
  claimRequest,
  keepAnswer,
  releaseClaim,
  type Claim,
  type KeptAnswer,
} from '@/lib/api/mutations/idempotency';
import { findSignedIn } from '@/lib/auth/guards';
import { grantScope, verifyKey, type VerifiedKey } from '@/lib/auth/key-actor';
import { commitIntake } from '@/lib/intake/mutations/commit-intake';
import { getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { createLeasedRateLimit, type Allowance } from '@/lib/server/leased-rate-limit';
import { toProblemResponse } from '@/lib/server/problem';
import type { Answer, Commit, Route } from './bind';
import { readBody, readQuery } from './read-request';
import { ROUTES } from './routes';

const LIMIT = createLeasedRateLimit('api-key', {
  points: REQUESTS_PER_WINDOW,
  seconds: WINDOW_SECONDS,
  lease: REQUESTS_PER_LEASE,
});

const ENTRIES = Object.values(ROUTES).map((route) => ({ path: route.contract.path, route }));
const IDEMPOTENCY_KEY = /^[\x21-\x7e]+$/u;

type Headers = Record<string, string>;
type Match = PathMatch<{ path: string; route: Route }>;

/** Answers any request below `/api/v1`: by one of the documented operations, or with problem details. */
export async function serve(request: NextRequest): Promise<Response> {
  const headers: Headers = { 'cache-control': 'no-store' };
  try {
    const response = await answer(request, headers);
    // What a GET would answer, without its body.
    return request.method === 'HEAD' ? new Response(null, response) : response;
  } catch (error) {
    const problem = toProblemResponse(error);
    for (const [name, value] of Object.entries(headers)) problem.headers.set(name, value);
    return problem;
  }
}

async function answer(request: NextRequest, headers: Headers): Promise<Response> {
  const path = request.nextUrl.pathname.slice(API_ROOT.length);
  const matches = matchPath(ENTRIES, path);
  if (matches.length === 0) {
    throw new AppError(
      'not_found',
      `There is nothing at ${API_ROOT}${path}. What there is, ${API_ROOT}/openapi.json says.`,
    );
  }
  const allowed = listMethods(matches);
  if (request.method === 'OPTIONS')
    return new Response(null, { status: 204, headers: { ...headers, allow: allowed } });
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const match = matches.find(({ entry }) => entry.route.contract.method === method);
  if (!match) {
    headers.allow = allowed;
    throw new AppError('method_not_allowed', `${request.method} is not for this address; ${allowed} are.`);
  }
  return runRoute(request, match, headers);
}

function listMethods(matches: readonly Match[]): string {
  const methods: string[] = matches.map(({ entry }) => entry.route.contract.method);
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}

async function runRoute(request: NextRequest, { entry: { route }, values }: Match, headers: Headers) {
  const now = new Date();
  const { contract } = route;
  const key = await identify(request, route, now, headers);
  if (key) await spendRequest(key, now, headers);
  // Refused before anything of it is read.
  if (key && contract.scope) grantScope(key, contract.scope);
  const query = readQuery(request.nextUrl.searchParams);
  const takesBody = contract.method === 'POST' || contract.method === 'PATCH';
  const body = takesBody ? await readBody(request, contract) : undefined;
  const run = (commit: Commit) => route.run({ key, now, commit, params: values, query, body: body?.json });
  const claim = key && contract.method !== 'GET' ? readClaim(request, key, body?.bytes, now) : null;
  const done = claim ? await runOnce(claim, headers, run) : toKept(await run(commitAs(null, now)));
  return toResponse(done, headers);
}

/** Whose request it is: a key's; where no scope is needed, also that of whoever is signed in. */
async function identify(
  request: NextRequest,
  { contract }: Route,
  now: Date,
  headers: Headers,
): Promise<VerifiedKey | null> {
  const authorization = request.headers.get('authorization');
  if (contract.scope === null && authorization === null && (await findSignedIn())) return null;
  try {
    return await verifyKey(authorization, now);
  } catch (error) {
    if (error instanceof AppError) headers['www-authenticate'] = 'Bearer realm="Leadgrid"';
    throw error;
  }
}

async function spendRequest(key: VerifiedKey, now: Date, headers: Headers): Promise<void> {
  const allowance: Allowance = await LIMIT.spend(key.id, now.getTime());
  const { allowed, limit, remaining, resetSeconds } = allowance;
  headers['ratelimit-limit'] = String(limit);
  headers['ratelimit-remaining'] = String(remaining);
  headers['ratelimit-reset'] = String(resetSeconds);
  headers['ratelimit-policy'] = `${limit};w=${WINDOW_SECONDS}`;
  if (allowed) return;
  const message = `A key may make ${limit} requests in ${WINDOW_SECONDS} seconds. Go on in ${resetSeconds} s; batches carry more.`;
  throw new AppError('rate_limited', message, [], resetSeconds);
}

function readClaim(
  request: NextRequest,
  key: VerifiedKey,
  bytes: Buffer | undefined,
  now: Date,
): Claim | null {
  const given = request.headers.get('idempotency-key');
  if (given === null) return null;
  if (given.length > IDEMPOTENCY_KEY_LENGTH || !IDEMPOTENCY_KEY.test(given)) {
    const message = `Takes 1 to ${IDEMPOTENCY_KEY_LENGTH} printable ASCII characters without spaces`;
    throw new AppError('invalid', `Idempotency-Key: ${message}`, [{ path: 'Idempotency-Key', message }]);
  }
  const hash = createHash('sha256').update(
    `${request.method} ${request.nextUrl.pathname}${request.nextUrl.search}\n`,
  );
  if (bytes) hash.update(bytes);
  return { apiKeyId: key.id, key: given, requestHash: hash.digest('hex'), startedAt: now };
}

/** Carries a request out once for its `Idempotency-Key`; asked again it answers as before. */
async function runOnce(
  claim: Claim,
  headers: Headers,
  run: (commit: Commit) => Promise<Answer<unknown>>,
): Promise<KeptAnswer> {
  const before = await claimRequest(getPool(), claim);
  if (before) {
    headers['idempotency-replayed'] = 'true';
    return before;
  }
  const state = { kept: false };
  try {
    const done = toKept(await run(commitAs(claim, claim.startedAt, state)));
    if (!state.kept) await keepAnswer(getPool(), claim, done);
    return done;
  } catch (error) {
    // Nothing was carried out: the same key may try again, with its mistake mended or not.
    await releaseClaim(getPool(), claim);
    throw error;
  }
}

function commitAs(claim: Claim | null, now: Date, state: { kept: boolean } = { kept: false }): Commit {
  return (work) =>
    commitIntake({ origin: 'api', importId: null, now }, async (context) => {
      const done = await work(context);
      if (claim) await keepAnswer(context.tx, claim, toKept(done));
      state.kept = true;
      return done;
    });
}

function toKept({ status, body, location }: Answer<unknown>): KeptAnswer {
  return {
    status,
    location: location === undefined ? null : `${API_ROOT}${location}`,
    body: status === 204 ? null : JSON.stringify(body),
  };
}

function toResponse({ status, location, body }: KeptAnswer, headers: Headers): Response {
  if (location !== null) headers.location = location;
  if (body !== null) headers['content-type'] = 'application/json; charset=utf-8';
  return new Response(body, { status, headers });
}
