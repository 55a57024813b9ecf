import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@/lib/server/errors';
import { logger } from '@/lib/server/logger';
import {
  EVENTS_PER_FLUSH,
  GATHER_MS,
  LANES,
  LONGEST_WAIT_MS,
  MOST_WAITING_BYTES,
  MOST_WAITING_EVENTS,
  RETRY_AFTER_S,
} from '../constants';
import type { Delivery } from '../types';

/** Writes what several requests brought, in one transaction. */
export type WriteDelivery = (delivery: Delivery, now: Date) => Promise<void>;

interface Waiting {
  delivery: Delivery;
  bytes: number;
  events: number;
  /** When it came, in milliseconds since 1970 UTC. */
  since: number;
  done: () => void;
  failed: (error: unknown) => void;
}

/** How much may wait. */
export interface Limits {
  events: number;
  bytes: number;
  /** Milliseconds that the first may have waited. */
  wait: number;
  perFlush: number;
  /** How many transactions write at once. */
  lanes: number;
}

const LIMITS: Limits = {
  events: MOST_WAITING_EVENTS,
  bytes: MOST_WAITING_BYTES,
  wait: LONGEST_WAIT_MS,
  perFlush: EVENTS_PER_FLUSH,
  lanes: LANES,
};

/**
 * Gathers what requests bring at about the same time, and writes it in one transaction: while some sets are written the
 * next gathers. Whoever is told that it is done can rely on it being committed.
 */
export class Gatherer {
  private waiting: Waiting[] = [];
  private events = 0;
  private bytes = 0;
  private lanes = 0;

  constructor(
    private readonly write: WriteDelivery,
    private readonly clock: () => Date,
    private readonly limits: Limits = LIMITS,
  ) {}

  /**
   * Takes what a request brought; resolves once it is committed.
   *
   * @throws AppError `rate_limited` when too much is waiting already, or for too long, `unavailable` when it could not be written.
   */
  submit(delivery: Delivery, bytes: number): Promise<void> {
    const events = delivery.messages.length + delivery.rejected.length;
    if (events === 0) return Promise.resolve();
    this.demandRoom(events, bytes);
    this.events += events;
    this.bytes += bytes;
    return new Promise<void>((done, failed) => {
      this.waiting.push({ delivery, bytes, events, since: this.clock().getTime(), done, failed });
      if (this.lanes < this.limits.lanes) void this.writeAll();
    });
  }

  /**
   * Asks for room before a body is read.
   *
   * @throws AppError `rate_limited` when there is none.
   */
  demandRoom(events: number, bytes: number): void {
    const fits = this.events + events <= this.limits.events && this.bytes + bytes <= this.limits.bytes;
    const [first] = this.waiting;
    const late = first !== undefined && this.clock().getTime() - first.since > this.limits.wait;
    if (fits && !late) return;
    throw new AppError(
      'rate_limited',
      'Too much is waiting to be written. Send it again later.',
      [],
      RETRY_AFTER_S,
    );
  }

  private async writeAll(): Promise<void> {
    this.lanes += 1;
    await wait(GATHER_MS);
    while (this.waiting.length > 0) {
      const set = this.takeSet();
      await this.writeSet(set);
      for (const { events, bytes } of set) {
        this.events -= events;
        this.bytes -= bytes;
      }
    }
    this.lanes -= 1;
  }

  private takeSet(): Waiting[] {
    let events = 0;
    let end = 0;
    for (const one of this.waiting) {
      if (end > 0 && events + one.events > this.limits.perFlush) break;
      events += one.events;
      end += 1;
    }
    const set = this.waiting.slice(0, end);
    this.waiting = this.waiting.slice(end);
    return set;
  }

  /** Writes a set; what cannot be written together is tried by itself, so that one request's fault stays its own. */
  private async writeSet(set: readonly Waiting[]): Promise<void> {
    const delivery = {
      messages: set.flatMap((one) => one.delivery.messages),
      rejected: set.flatMap((one) => one.delivery.rejected),
    };
    try {
      await this.write(delivery, this.clock());
      for (const one of set) one.done();
    } catch (error) {
      if (set.length > 1) {
        for (const one of set) await this.writeSet([one]);
        return;
      }
      logger.error('Events could not be written', { error });
      const told = 'The events could not be written. Send them again later.';
      for (const one of set) one.failed(new AppError('unavailable', told, [], RETRY_AFTER_S));
    }
  }
}
