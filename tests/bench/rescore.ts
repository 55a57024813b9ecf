import { rescoreAllInThreads } from '@/lib/jobs/rescore-all';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import type { IntentCriterion } from '@/lib/scoring/types';
import { getPool } from '@/lib/server/db';
import {
  BENCH_NOW,
  editTemplate,
  publishForBench,
  say,
  time,
  widenCommittee,
  withBenchHouse,
} from '@/tests/support/bench-house';
import { countChanges, measureFloor } from '@/tests/support/bench-floor';
import { readCounts } from '@/tests/support/read-counts';

const clock = () => BENCH_NOW;
const WANTED = { full: 2, pointsOnly: 0.5 };

/** Rescores everyone after a publication. */
async function rescore(): Promise<{ ms: number; leads: number; changes: number }> {
  await getPool().query('VACUUM ANALYZE');
  await getPool().query('CHECKPOINT');
  const before = await countChanges();
  const { ms, answer: leads } = await time(() => rescoreAllInThreads({ clock }));
  return { ms, leads, changes: (await countChanges()) - before };
}

/** The template's criterion on pricing pages, with the documentation added. */
const lookAtDocs = (criterion: IntentCriterion): IntentCriterion => ({
  ...criterion,
  where: { field: 'path', op: 'starts_with', value: ['/pricing', '/docs'] },
});

const round = (ratio: number) => Math.round(ratio * 100) / 100;

async function measure(): Promise<void> {
  const first = await rescore();
  say(`First scores: ${first.ms} ms for ${first.leads} leads`);

  // Another window for what a company's people do: everyone's facts are gathered anew, and every row written.
  await publishForBench(widenCommittee(B2B_SAAS_TEMPLATE, 45));
  const full = await rescore();
  say(`Everything anew: ${full.ms} ms, ${full.changes} changed`);
  const floor = await measureFloor({ scores: full.leads, changes: full.changes });
  say(`Floor: ${JSON.stringify(floor)}`);

  await publishForBench(widenCommittee(editTemplate('pricing-viewed', lookAtDocs), 45));
  const condition = await rescore();
  say(`Another condition: ${condition.ms} ms, ${condition.changes} changed`);

  const worthMore = editTemplate('pricing-viewed', (criterion) => ({ ...lookAtDocs(criterion), points: 8 }));
  await publishForBench(widenCommittee(worthMore, 45));
  const pointsOnly = await rescore();
  say(`Other points: ${pointsOnly.ms} ms, ${pointsOnly.changes} changed`);

  const ratios = {
    full: round(full.ms / floor.ms),
    condition: round(condition.ms / full.ms),
    pointsOnly: round(pointsOnly.ms / full.ms),
  };
  say(`Wanted: full at most ${WANTED.full}, pointsOnly at most ${WANTED.pointsOnly}.`);
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(
    `${JSON.stringify({ bench: 'rescore', ratios, floor, first, full, condition, pointsOnly, memoryMb })}\n`,
  );
}

/** Rescoring everyone after a publication, against the floor; `--leads N --events M`. */
export async function run(args: string[]): Promise<void> {
  const size = readCounts(args, { leads: 200_000, events: 2_000_000 });
  say(`${size.leads} leads, ${size.events} events`);
  await withBenchHouse(size, measure);
}
