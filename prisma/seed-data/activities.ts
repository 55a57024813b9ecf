import { CALL_NOTES, DISQUALIFY_REASONS, MEETING_NOTES } from './content';
import type { Deal } from './deals';
import type { Encounter } from './encounters';
import { workingHour } from './encounters';
import { DAY, HOUR, MINUTE } from './random';
import type { Random } from './random';
import type { DemoActivity } from './types';

interface Entry {
  type: DemoActivity['type'];
  outcome?: string;
  note?: string;
}

/** Collects what reps did. What would lie after `now` has not happened and is left out. */
export class ActivityLog {
  readonly rows: DemoActivity[] = [];

  constructor(
    readonly random: Random,
    readonly now: number,
  ) {}

  /** Notes what the encounter's rep did with its lead at `at` (milliseconds). */
  add({ person, rep }: Encounter, at: number, { type, outcome, note }: Entry): void {
    if (at >= this.now) return;
    const id = this.random.idAt(at);
    const row = {
      id,
      leadId: person.row.id,
      userId: rep.id,
      type,
      outcome: outcome ?? null,
      note: note ?? null,
    };
    this.rows.push({ ...row, at: new Date(at) });
  }

  /** The first touch itself: a call or an e-mail. */
  firstTouch(encounter: Encounter): void {
    const { random } = this;
    const entry: Entry = random.chance(0.6)
      ? { type: 'call', outcome: random.pick(['Connected', 'Connected', 'Left voicemail', 'No answer']) }
      : { type: 'email', outcome: 'Sent' };
    if (entry.outcome === 'Connected' && random.chance(0.5)) entry.note = random.pick(CALL_NOTES);
    this.add(encounter, encounter.at, entry);
  }
}

/** A deal as its rep logged it: touches every few days, meetings, and the end. */
export function logDeal(log: ActivityLog, { row, encounter, willWin }: Deal): void {
  const { random } = log;
  log.firstTouch(encounter);
  log.add(encounter, row.createdAt.getTime(), { type: 'qualified' });
  const end = row.closedAt?.getTime() ?? log.now;
  let at = row.createdAt.getTime();
  for (let step = 0; step < (willWin ? 9 : 6); step += 1) {
    at = workingHour(random, at + HOUR + random.exponential(8) * DAY);
    if (at >= end) break;
    log.add(encounter, at, drawStep(random, willWin));
  }
  if (row.closedAt === null) return;
  if (row.outcome === 'won') log.add(encounter, end, { type: 'won' });
  else log.add(encounter, end, { type: 'lost', outcome: row.lostReason ?? 'No decision' });
}

function drawStep(random: Random, willWin: boolean): Entry {
  const draw = random.next();
  if (draw < (willWin ? 0.4 : 0.25)) {
    const held = random.chance(willWin ? 0.92 : 0.7);
    if (!held) return { type: 'meeting', outcome: random.pick(['No show', 'Rescheduled']) };
    return random.chance(0.6)
      ? { type: 'meeting', outcome: 'Held', note: random.pick(MEETING_NOTES) }
      : { type: 'meeting', outcome: 'Held' };
  }
  if (draw < 0.7) return { type: 'email', outcome: random.chance(willWin ? 0.6 : 0.25) ? 'Replied' : 'Sent' };
  if (draw < 0.95)
    return { type: 'call', outcome: random.pick(['Connected', 'Left voicemail', 'No answer']) };
  return { type: 'note', note: random.pick(CALL_NOTES) };
}

/**
 * An encounter that led to no deal: a few attempts, then the lead is set aside, or, when it began lately, still worked.
 * Sets the lead's state and owner. Returns when the rep let go of it (milliseconds), or null when not yet.
 */
export function logAttempts(log: ActivityLog, encounter: Encounter): number | null {
  const { random, now } = log;
  const { row } = encounter.person;
  log.firstTouch(encounter);
  let at = encounter.at;
  for (let attempt = random.int(0, 3); attempt > 0; attempt -= 1) {
    at = workingHour(random, at + (1 + random.exponential(4)) * DAY);
    const outcome = random.pick(['No answer', 'Left voicemail', 'Connected']);
    log.add(
      encounter,
      at,
      random.chance(0.5) ? { type: 'call', outcome } : { type: 'email', outcome: 'Sent' },
    );
  }
  const givenUpAt = workingHour(random, at + (3 + random.exponential(6)) * DAY);
  if (givenUpAt >= now) {
    row.state = 'working';
    if (random.chance(0.3)) snooze(log, encounter, at);
    return null;
  }
  if (random.chance(0.7)) {
    row.state = 'disqualified';
    log.add(encounter, givenUpAt, { type: 'disqualified', outcome: random.pick(DISQUALIFY_REASONS) });
  } else {
    row.ownerId = null;
    log.add(encounter, givenUpAt, {
      type: 'passed',
      note: 'Back to nurture: no answer after several attempts.',
    });
  }
  return givenUpAt;
}

/** Puts the lead off to a morning within the next two weeks. */
export function snooze(log: ActivityLog, encounter: Encounter, after: number): void {
  const { random, now } = log;
  const until = workingHour(random, Math.floor(now / DAY) * DAY + random.int(1, 14) * DAY + 8 * HOUR);
  encounter.person.row.snoozedUntil = new Date(until);
  const at = Math.min(after + 20 * MINUTE, now - MINUTE);
  log.add(encounter, at, { type: 'snoozed', note: 'Asked to be called back.' });
}
