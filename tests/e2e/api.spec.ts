import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { clickUntil } from '../support/sign-in';
import { expect, test } from './test';

const rowsSchema = z.array(z.record(z.string(), z.string()));
const readRows = (csv: string) => rowsSchema.parse(parse(csv, { columns: true, bom: true }));

test.describe('programs', () => {
  // The browser notes on its console that the address of a file it was refused failed.
  test.use({ expectedErrors: [/status of 40[13]/] });

  test('an admin makes a key, a program works with it, and it ends when it is revoked', async ({
    openAs,
    request,
  }) => {
    const admin = await openAs('admin');
    await admin.goto('/settings/api-keys');
    const dialog = admin.getByRole('dialog');
    await clickUntil(admin.getByRole('button', { name: 'New key' }), dialog);
    await dialog.getByLabel('Name').fill('Web shop');
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    await expect(dialog.getByText('Choose at least one thing')).toBeVisible();
    await dialog.getByLabel('Write leads').check();
    await dialog.getByLabel('Read leads').check();
    await dialog.getByRole('button', { name: 'Make the key' }).click();
    const key = await dialog.getByLabel('API key').inputValue();
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(admin.getByText(key)).toHaveCount(0);
    const row = admin.getByRole('row', { name: /Web shop/ });
    await expect(row).toContainText(`${key.slice(0, 10)}…`);
    await expect(row).toContainText('Never');

    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': 'shop-1' };
    const data = {
      email: 'shop.buyer@northwind.example',
      name: 'Shop Buyer',
      company: { domain: 'northwind.example' },
    };
    const made = await request.post('/api/v1/leads', { headers, data });
    expect(made.status()).toBe(201);
    expect(made.headers()['ratelimit-limit']).toBe('1200');
    const again = await request.post('/api/v1/leads', { headers, data });
    expect([again.status(), again.headers()['idempotency-replayed'], await again.text()]).toEqual([
      201,
      'true',
      await made.text(),
    ]);
    const { id } = z.object({ id: z.string() }).parse(await made.json());
    await expect(async () => {
      const read = await request.get(`/api/v1/leads/${id}`, { headers });
      expect(z.looseObject({ scorePending: z.boolean() }).parse(await read.json()).scorePending).toBe(false);
    }).toPass();
    await admin.goto(`/leads/${id}`);
    await expect(admin.getByRole('heading', { name: 'Shop Buyer' }).first()).toBeVisible();
    expect((await request.get('/api/v1/deals', { headers })).status()).toBe(403);

    await admin.goto('/settings/api-keys');
    await expect(row).not.toContainText('Never');
    await clickUntil(admin.getByRole('button', { name: 'Revoke Web shop' }), dialog);
    await dialog.getByRole('button', { name: 'Revoke the key' }).click();
    await expect(row).toContainText('Revoked');
    expect((await request.get(`/api/v1/leads/${id}`, { headers })).status()).toBe(401);
    await admin.goto('/settings/audit?action=api_key.revoked');
    await expect(admin.getByText('Web shop').filter({ visible: true }).first()).toBeVisible();
  });

  test('the server answers as the document says, and nothing that it does not say', async ({ request }) => {
    const headers = { 'content-type': 'application/json' };
    const cases = [
      [await request.get('/api/v1/leads'), 401],
      [await request.get('/api/v1/openapi.json'), 401],
      [await request.get('/api/v1/leads', { headers: { authorization: 'Bearer lg_wrong' } }), 401],
      [await request.get('/api/v1'), 404],
      [await request.get('/api/v1/lead'), 404],
      [await request.put('/api/v1/leads', { headers, data: '{}' }), 405],
    ] as const;
    for (const [response, status] of cases) {
      expect([response.url(), response.status()]).toEqual([response.url(), status]);
      if (response.headers()['content-type'])
        expect(response.headers()['content-type']).toBe('application/problem+json');
    }
    const options = await request.fetch('/api/v1/leads/batch', { method: 'OPTIONS' });
    expect([options.status(), options.headers().allow]).toEqual([204, 'POST, OPTIONS']);
  });

  test('whoever may see the settings reads what the API can do', async ({ openAs }) => {
    const ops = await openAs('ops');
    await ops.goto('/settings/api');
    const summary = ops.getByText('/api/v1/leads/{id}/score', { exact: true });
    await clickUntil(
      summary,
      ops.getByRole('region', { name: 'Example: Get a lead’s score with its explanation', exact: true }),
    );
    await expect(ops.getByText('asOf', { exact: true }).first()).toBeVisible();
    const document = await ops.request.get('/api/v1/openapi.json');
    expect(document.status()).toBe(200);
    await ops.goto('/settings/api-keys');
    await expect(ops.getByRole('button', { name: 'New key' })).toHaveCount(0);
  });

  test('lists leave as files for those who may, with their filters, and it is written down', async ({
    openAs,
    request,
  }) => {
    const manager = await openAs('manager');
    await manager.goto('/leads?tier=A');
    const menu = manager.getByRole('menuitem', { name: 'Scores for HubSpot' });
    await clickUntil(manager.getByRole('button', { name: 'Download' }), menu);
    const [file] = await Promise.all([manager.waitForEvent('download'), menu.click()]);
    expect(file.suggestedFilename()).toMatch(/^leadgrid-leads-hubspot-\d{4}-\d\d-\d\d\.csv$/u);
    const download = async (path: string) => readRows(await (await manager.request.get(path)).text());
    const leads = await download('/api/exports/leads?tier=A');
    expect(leads.length).toBeGreaterThan(10);
    expect(new Set(leads.map(({ tier }) => tier))).toEqual(new Set(['A']));
    expect((await download('/api/exports/queue?tab=free')).length).toBeGreaterThan(10);
    const won = await download('/api/exports/deals?outcome=won');
    expect(won.length).toBeGreaterThan(10);
    expect(new Set(won.map(({ outcome }) => outcome))).toEqual(new Set(['won']));
    expect((await manager.request.get('/api/exports/audit')).status()).toBe(403);
    expect((await manager.request.get('/api/exports/everything')).status()).toBe(404);
    const rep = await openAs('rep');
    expect((await rep.request.get('/api/exports/leads')).status()).toBe(403);
    await rep.goto('/leads');
    await expect(rep.getByRole('button', { name: 'Download' })).toHaveCount(0);
    expect((await request.get('/api/exports/leads')).status()).toBe(401);
    const admin = await openAs('admin');
    const entries = readRows(
      await (await admin.request.get('/api/exports/audit?action=list.exported')).text(),
    );
    expect(entries.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(['list:leads', 'list:queue', 'list:deals']),
    );
  });
});
