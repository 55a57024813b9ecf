import { rescoreAll } from '@/lib/scores/mutations/rescore-all';
import { rescoreAllInThreads } from '@/lib/jobs/rescore-all';
import { getPool } from '@/lib/server/db';
import { BENCH_NOW, editTemplate, publishForBench, time, withBenchHouse } from '@/tests/support/bench-house';
import pg from 'pg';
const sums = new Map<string, [number, number]>();
const orig = pg.Client.prototype.query as any;
(pg.Client.prototype as any).query = function (...a: any[]) {
  const s = performance.now();
  const r = orig.apply(this, a);
  const key = String(a[0]?.text ?? a[0])
    .replace(/\s+/g, ' ')
    .slice(0, 60);
  if (r?.then)
    r.then(
      () => {
        const c = sums.get(key) ?? [0, 0];
        c[0] += performance.now() - s;
        c[1]++;
        sums.set(key, c);
      },
      () => 0,
    );
  return r;
};
const flush = (name: string) => {
  console.log('--', name);
  for (const [k, [ms, c]] of [...sums].sort((x, y) => y[1][0] - x[1][0]).slice(0, 9))
    console.log(Math.round(ms), c, k);
  sums.clear();
};
const n = Number(process.argv[2] ?? 20000);
const all = process.argv[3] === 't' ? rescoreAllInThreads : rescoreAll;
await withBenchHouse({ leads: n, events: n * 10 }, async () => {
  const q = (s: string) => getPool().query(s);
  await q('CREATE EXTENSION IF NOT EXISTS pg_stat_statements').catch((e) => console.log(String(e)));
  const clock = () => BENCH_NOW;
  const t0 = await time(() => all({ clock }));
  console.log('first', t0.ms);
  const where = { field: 'path', op: 'starts_with', value: ['/pricing', '/docs'] } as const;
  flush('before');
  await publishForBench(editTemplate('pricing-viewed', (c) => ({ ...c, where })));
  await q('VACUUM ANALYZE');
  console.log('condition', (await time(() => all({ clock }))).ms);
  const { rows } = await q(
    `SELECT avg(pg_column_size("evidence"))::int e, avg(pg_column_size(s.*))::int r, count("nextChangeAt")::int nca FROM "LeadScore" s`,
  );
  console.log(rows[0]);
  console.log(
    (await q(`SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables WHERE relname='LeadScore'`)).rows[0],
  );
  flush('before');
  await publishForBench(editTemplate('pricing-viewed', (c) => ({ ...c, where, points: 8 })));
  await q('VACUUM ANALYZE');
  console.log('points', (await time(() => all({ clock }))).ms);
  flush('points');
  await new Promise((r) => setTimeout(r, 1500));
  console.log(
    (await q(`SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables WHERE relname='LeadScore'`)).rows[0],
  );
});
