import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { getPool } from '@/lib/server/db';
import { writeMessages } from '@/lib/ingest/mutations/write-messages';
import { readDelivery } from '@/lib/ingest/read-request';
import { withBenchHouse } from '@/tests/support/bench-house';
const times = new Map<string, { n: number; ms: number }>();
let on = false;
const orig = pg.Client.prototype.query as any;
(pg.Client.prototype as any).query = function (...a: any[]) {
  const text = typeof a[0] === 'string' ? a[0] : a[0]?.text ?? '?';
  const t = performance.now();
  const r = orig.apply(this, a);
  if (on && r && typeof r.then === 'function') r.then(() => { const k = text.replace(/\s+/g, ' ').slice(0, 70); const e = times.get(k) ?? { n: 0, ms: 0 }; e.n++; e.ms += performance.now() - t; times.set(k, e); }, () => {});
  return r;
};
export async function run() {
  await withBenchHouse({ leads: 5000, events: 20000 }, async () => {
    await getPool().query(`INSERT INTO "Identity" ("kind", "value", "leadId") SELECT 'user', 'user-' || row_number() OVER (ORDER BY "id"), "id" FROM "Lead"`);
    await getPool().query('VACUUM ANALYZE');
    const source = { id: randomUUID(), name: 'S', origins: [], eventsPerMinute: 1e9 };
    const PAGES = ['/', '/pricing', '/docs', '/blog/lead-scoring', '/careers'];
    const NAMES = ['Page Viewed', 'Feature Used', 'Email Opened', 'Content Downloaded', 'Plan Compared'];
    const ev = (n: number) => ({ type: 'track', event: NAMES[n % 5], messageId: 'node-next-' + Date.now() + '-' + randomUUID(), userId: 'user-' + (((n * 7919) % 5000) + 1), timestamp: new Date().toISOString(), properties: { path: PAGES[n % 5], plan: 'business', seats: n % 40, trial: true, section: 'part-2' }, context: { page: { url: 'https://www.example.com/', referrer: 'https://search.example/' }, userAgent: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 Chrome/130.0 Safari/537.36' } });
    for (const size of [100, 800]) {
      times.clear();
      let total = 0, n = 0; const cpu0 = process.cpuUsage();
      let readMs = 0;
      for (let i = 0; i < 12; i++) {
        const inputs = Array.from({ length: size }, (_, k) => ev(i * size + k));
        const t0 = performance.now();
        const d = readDelivery(inputs, {}, { source, receivedAt: Date.now(), bytes: 500000 });
        const t1 = performance.now();
        on = i >= 2;
        await writeMessages(d, new Date());
        if (i >= 2) { total += performance.now() - t1; readMs += t1 - t0; n++; }
      }
      on = false;
      const c = process.cpuUsage(cpu0);
      console.log(`size ${size}: flush ${(total / n).toFixed(1)} ms, read ${(readMs / n).toFixed(1)} ms, cpu ${(c.user + c.system) / 12000}`);
      for (const [k, v] of [...times].sort((a, b) => b[1].ms - a[1].ms).slice(0, 14)) console.log((v.ms / n).toFixed(2).padStart(8), (v.n / n).toFixed(1), k);
    }
  });
}
