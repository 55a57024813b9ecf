import { rescoreAllInThreads } from '@/lib/jobs/rescore-all';
import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { rescoreStale } from '@/lib/scores/mutations/rescore-stale';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { getPool } from '@/lib/server/db';
import { inTransaction } from '@/lib/server/sql';
import {
  BENCH_NOW,
  publishForBench,
  say,
  time,
  widenCommittee,
  withBenchHouse,
} from '@/tests/support/bench-house';
import { countChanges, measureWrites } from '@/tests/support/bench-floor';
import { fillVisits } from '@/tests/support/fill-house';
import { readCounts } from '@/tests/support/read-counts';

const DAY_MS = 86_400_000;
const WANTED = 0.02;

/** How often on the day, evenly, events come in and the worker looks for who is stale or due. */
const DEFAULT_LOOKS = 96;

/** What a day cost, and what happened on it. */
interface Day {
  ms: number;
  events: number;
  /** Leads with events of their own. */
  active: number;
  rescored: number;
}

/**
 * Lets a part of the day pass: events come in, and whoever is stale or due by its end is rescored. The events' own rows
 * are not counted as upkeep; noting who is stale is.
 */
async function passTime(day: Day, visits: number, from: Date, to: Date): Promise<void> {
  await inTransaction(async (client) => {
    const { leadIds, events } = await fillVisits(client, visits, from, to);
    const noted = await time(() => enqueueRescore(client, { leadIds, cause: 'event' }));
    day.ms += noted.ms;
    day.events += events;
    day.active += leadIds.length;
  });
  const { ms, answer } = await time(() => rescoreStale({ clock: () => to }));
  day.ms += ms;
  day.rescored += answer;
}

async function passDay(leads: number, looks: number): Promise<Day> {
  const day: Day = { ms: 0, events: 0, active: 0, rescored: 0 };
  const perDay = leads / 100;
  for (let look = 0; look < looks; look += 1) {
    const visits = Math.round((perDay * (look + 1)) / looks) - Math.round((perDay * look) / looks);
    const at = (part: number) => new Date(BENCH_NOW.getTime() + (DAY_MS * part) / looks);
    await passTime(day, visits, at(look), at(look + 1));
  }
  return day;
}

const share = (ms: number, of: number) => Math.round((ms / of) * 1000) / 1000;

/** Keeping scores true for a day with one lead in a hundred active, against rescoring all; `--leads N --events M --looks L`. */
export async function run(args: string[]): Promise<void> {
  const { looks, ...size } = readCounts(args, { leads: 200_000, events: 2_000_000, looks: DEFAULT_LOOKS });
  say(`${size.leads} leads, ${size.events} events, ${looks} looks in the day`);
  await withBenchHouse(size, async () => {
    const clock = () => BENCH_NOW;
    await rescoreAllInThreads({ clock });
    // Everyone's facts are read again, as a nightly batch would.
    await publishForBench(widenCommittee(B2B_SAAS_TEMPLATE, 45));
    await getPool().query('VACUUM ANALYZE');
    const all = await time(() => rescoreAllInThreads({ clock }));
    say(`All: ${all.ms} ms for ${all.answer} leads`);
    await getPool().query('VACUUM ANALYZE');
    const before = await countChanges();
    const day = await passDay(size.leads, looks);
    const changes = (await countChanges()) - before;
    say(`The day: ${day.ms} ms, ${day.rescored} rescored, ${changes} changed`);
    const writes = await measureWrites({ scores: day.rescored, changes });
    const writesMs = writes.scoresMs + writes.historyMs;
    const ratios = { day: share(day.ms, all.ms), writes: share(writesMs, all.ms) };
    say(`Wanted: day at most ${WANTED}. Writing alone what changed on the day is ${ratios.writes}.`);
    const floor = { allMs: all.ms, leads: all.answer, changes, writesMs };
    process.stdout.write(`${JSON.stringify({ bench: 'upkeep', ratios, floor, day, looks })}\n`);
  });
}
