import { beforeEach, describe, expect, it } from 'vitest';
import { ANSWER_KEPT_MS, REQUESTS_PER_WINDOW, REQUEST_DEAD_AFTER_MS } from '@/lib/api/constants';
import { listOperations } from '@/lib/api/build-openapi';
import { SCOPE_NAMES } from '@/lib/api-keys/constants';
import { listApiKeys } from '@/lib/api-keys/data';
import { createApiKey, revokeApiKey } from '@/lib/api-keys/mutations';
import { getDb } from '@/lib/server/db';
import { hashToken } from '@/lib/server/passwords';
import { callApi, faultPaths, idOf, makeKey, type ApiRequest } from '../support/api-client';
import { clearDatabase } from '../support/clear-database';

const someText: unknown = expect.any(String);

const LEAD = { email: 'ann@acme.example' };

beforeEach(clearDatabase);

describe('keys', () => {
  it('are shown once, kept as a hash, listed by their beginning', async () => {
    const now = new Date();
    const { id, key } = await createApiKey('command line', { name: 'CRM sync', scopes: ['leads:read'] }, now);
    expect(key).toMatch(/^lg_[\w-]{43}$/u);
    const stored = await getDb().apiKey.findUniqueOrThrow({ where: { id } });
    expect(stored.hash).toBe(hashToken(key));
    expect(JSON.stringify(stored)).not.toContain(key);
    const [row] = await listApiKeys();
    expect(row).toMatchObject({
      id,
      name: 'CRM sync',
      prefix: key.slice(0, 10),
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(row).not.toHaveProperty('hash');
    const entry = await getDb().auditEntry.findFirstOrThrow({ where: { action: 'api_key.created' } });
    expect(entry).toMatchObject({
      actor: 'command line',
      details: { name: 'CRM sync', scopes: ['leads:read'] },
    });
    expect(JSON.stringify(entry)).not.toContain(key);
  });

  it('are refused when missing, unknown, malformed or revoked', async () => {
    const { id, key } = await makeKey();
    for (const authorization of [
      '',
      'Bearer',
      'Bearer lg_unknown',
      `Basic ${key}`,
      `Bearer ${key}x`,
      `bearer ${'x'.repeat(500)}`,
    ]) {
      const refused = await callApi(null, 'GET /leads', { headers: { authorization } });
      expect([authorization, refused.status, refused.headers.get('www-authenticate')]).toEqual([
        authorization,
        401,
        'Bearer realm="Leadgrid"',
      ]);
    }
    expect((await callApi(null, 'POST /leads', { body: LEAD })).status).toBe(401);
    expect((await callApi(key, 'GET /leads')).status).toBe(200);
    await revokeApiKey('command line', id, new Date());
    expect((await callApi(key, 'GET /leads')).status).toBe(401);
    await expect(revokeApiKey('command line', id, new Date())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('note their last use once a minute at most', async () => {
    const { id, key } = await makeKey();
    const read = async () => (await getDb().apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    await callApi(key, 'GET /leads');
    const first = await read();
    expect(first).not.toBeNull();
    await callApi(key, 'GET /leads');
    expect(await read()).toEqual(first);
    await getDb().apiKey.update({ where: { id }, data: { lastUsedAt: new Date(Date.now() - 61_000) } });
    await callApi(key, 'GET /leads');
    expect((await read())?.getTime()).toBeGreaterThan(Date.now() - 10_000);
  });

  it('may do what their scopes name, and nothing else', async () => {
    const id = '01900000-0000-7000-8000-000000000000';
    for (const [operation, { method, path, scope }] of listOperations()) {
      if (scope === null) continue;
      const address = `${method} ${path.replace(/\{\w+\}/gu, id)}`;
      const { key: lacking } = await makeKey(SCOPE_NAMES.filter((one) => one !== scope));
      const refused = await callApi(lacking, address, method === 'GET' ? {} : { raw: '{"' });
      expect([operation, refused.status]).toEqual([operation, 403]);
      const { key: holding } = await makeKey([scope]);
      const allowed = await callApi(
        holding,
        address,
        method === 'POST' || method === 'PATCH' ? { body: [] } : {},
      );
      expect([operation, [401, 403].includes(allowed.status)]).toEqual([operation, false]);
    }
  });
});

describe('requests', () => {
  let key = '';
  const ask = (address: string, request?: ApiRequest) => callApi(key, address, request);
  beforeEach(async () => {
    ({ key } = await makeKey());
  });

  it('that nobody can read are refused in the one form of errors', async () => {
    const cases: [string, ApiRequest, number][] = [
      ['GET /nothing', {}, 404],
      ['GET /', {}, 404],
      ['POST /leads', { raw: '{"email":' }, 400],
      ['POST /leads', { raw: '', headers: { 'content-type': 'application/json' } }, 400],
      [
        'POST /leads',
        { raw: 'email=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        415,
      ],
      ['POST /leads', { body: LEAD, headers: { 'content-type': 'text/plain' } }, 415],
      ['POST /leads', { body: { ...LEAD, name: 'x'.repeat(600_000) } }, 413],
      ['POST /leads', { body: LEAD, headers: { 'content-length': '99999999' } }, 413],
      ['POST /leads', { raw: `${'['.repeat(5000)}${']'.repeat(5000)}` }, 422],
      ['POST /leads', { body: null }, 422],
      ['GET /leads?limit=1&x=2', {}, 400],
      ['GET /leads/%00', {}, 400],
      ['GET /leads?q=%00', {}, 400],
      ['POST /leads?x=1', { body: LEAD }, 400],
    ];
    for (const [address, request, status] of cases) {
      const { status: got, body, headers } = await ask(address, request);
      expect([address, got]).toEqual([address, status]);
      expect(headers.get('content-type')).toBe('application/problem+json');
      expect(body).toMatchObject({ status, title: someText, detail: someText });
    }
    expect(await getDb().lead.count()).toBe(0);
  });

  it('of other methods are told which there are', async () => {
    const refused = await ask('PUT /leads', { body: LEAD });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
    const options = await callApi(null, 'OPTIONS /leads/batch');
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST, OPTIONS']);
    const head = await ask('HEAD /leads');
    expect([head.status, head.text, head.headers.get('content-type')]).toEqual([
      200,
      '',
      'application/json; charset=utf-8',
    ]);
  });

  it('are limited by key, with headers that say how it stands', async () => {
    const first = await ask('GET /rubric');
    expect(first.headers.get('ratelimit-limit')).toBe(String(REQUESTS_PER_WINDOW));
    expect(first.headers.get('ratelimit-remaining')).toBe(String(REQUESTS_PER_WINDOW - 1));
    expect(Number(first.headers.get('ratelimit-reset'))).toBeLessThanOrEqual(60);
    let allowed = 1;
    while (allowed <= REQUESTS_PER_WINDOW) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => ask('GET /deals?limit=0')));
      const passed = answers.filter(({ status }) => status === 400).length;
      allowed += passed;
      if (passed < 50) break;
    }
    expect(allowed).toBe(REQUESTS_PER_WINDOW);
    const refused = await ask('GET /rubric');
    expect([refused.status, refused.headers.get('ratelimit-remaining')]).toEqual([429, '0']);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const { key: other } = await makeKey();
    expect((await callApi(other, 'GET /rubric')).status).toBe(200);
  });

  it('with an Idempotency-Key are carried out once, and answered the same', async () => {
    const headers = { 'idempotency-key': 'order-1' };
    const event = { type: 'demo_requested', lead: LEAD };
    await ask('POST /leads', { body: LEAD });
    const first = await ask('POST /events', { body: event, headers });
    const second = await ask('POST /events', { body: event, headers });
    expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect([second.status, second.text, second.headers.get('idempotency-replayed')]).toEqual([
      201,
      first.text,
      'true',
    ]);
    const other = await ask('POST /events', { body: { ...event, type: 'page_viewed' }, headers });
    expect([other.status, faultPaths(other)]).toEqual([422, ['Idempotency-Key']]);
    expect(await getDb().event.count()).toBe(1);
    const { key: stranger } = await makeKey();
    expect((await callApi(stranger, 'POST /events', { body: event, headers })).status).toBe(201);
    const made = await ask('POST /leads', { body: LEAD, headers: { 'idempotency-key': 'lead-1' } });
    const again = await ask('POST /leads', { body: LEAD, headers: { 'idempotency-key': 'lead-1' } });
    expect(again.headers.get('location')).toBe(made.headers.get('location'));
    const gone = await ask(`DELETE /leads/${idOf(made)}`, { headers: { 'idempotency-key': 'erase-1' } });
    const goneAgain = await ask(`DELETE /leads/${idOf(made)}`, { headers: { 'idempotency-key': 'erase-1' } });
    expect([gone.status, goneAgain.status, goneAgain.text]).toEqual([204, 204, '']);
    expect(
      (await ask('POST /leads', { body: LEAD, headers: { 'idempotency-key': 'two words' } })).status,
    ).toBe(400);
  });

  it('with the same Idempotency-Key at once: one is carried out, the others wait or get its answer', async () => {
    await ask('POST /leads', { body: LEAD });
    const send = () =>
      ask('POST /events', {
        body: { type: 'demo_requested', lead: LEAD },
        headers: { 'idempotency-key': 'race' },
      });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(
      answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotency-replayed')),
    ).toHaveLength(1);
    expect(await getDb().event.count()).toBe(1);
    expect((await send()).status).toBe(201);
    expect(await getDb().event.count()).toBe(1);
  });

  it('that were refused leave their Idempotency-Key free; dead and old ones give it back', async () => {
    const headers = { 'idempotency-key': 'k' };
    expect((await ask('POST /leads', { body: { email: '?' }, headers })).status).toBe(422);
    expect((await ask('POST /leads', { body: LEAD, headers })).status).toBe(201);
    const age = (milliseconds: number, status: number | null) =>
      getDb().idempotentRequest.updateMany({
        data: { startedAt: new Date(Date.now() - milliseconds), status },
      });
    await age(1_000, null);
    expect((await ask('POST /leads', { body: LEAD, headers })).status).toBe(409);
    await age(REQUEST_DEAD_AFTER_MS + 1_000, null);
    expect((await ask('POST /leads', { body: LEAD, headers })).status).toBe(200);
    await age(ANSWER_KEPT_MS + 1_000, 200);
    expect((await ask('POST /leads', { body: { ...LEAD, name: 'Ann' }, headers })).status).toBe(200);
  });

  it('that fail on the way leave nothing half written', async () => {
    const item = { ...LEAD, company: { name: 'Acme' }, attributes: { custom: { plan: 'pro' } } };
    await getDb().$executeRaw`ALTER TABLE "StaleScore" RENAME TO "StaleScoreAway"`;
    try {
      const failed = await ask('POST /leads', { body: item, headers: { 'idempotency-key': 'once' } });
      expect(failed.status).toBe(500);
      expect(failed.text).not.toContain('StaleScore');
    } finally {
      await getDb().$executeRaw`ALTER TABLE "StaleScoreAway" RENAME TO "StaleScore"`;
    }
    expect(await getDb().lead.count()).toBe(0);
    expect(await getDb().company.count()).toBe(0);
    expect(await getDb().attributeDefinition.count()).toBe(0);
    expect((await ask('POST /leads', { body: item, headers: { 'idempotency-key': 'once' } })).status).toBe(
      201,
    );
  });
});
