import { IMPORTS_CHANNEL } from '@/lib/imports/constants';
import { listProgress } from '@/lib/imports/data';
import { LEADS_CHANNEL } from '@/lib/leads/constants';
import { RUBRIC_CHANNEL } from '@/lib/rubrics/constants';
import { SCORES_CHANNEL } from '@/lib/scores/constants';
import { getPool } from '@/lib/server/db';
import { listen, type Listener } from '@/lib/server/listen';
import { logger } from '@/lib/server/logger';
import { ChangedIds, readIds } from '../changed-ids';
import { LINGER_MS, MAX_MARKS, WINDOW_MS } from '../constants';
import { toFrame } from '../frame';
import { readRubricMark } from '../read-rubric-mark';
import type { StreamMessage } from '../types';
import { loadLeadMarks } from './marks';

/** Someone who listens to the hub. */
export interface Subscriber {
  /** Takes a message as it goes over the wire. */
  send: (frame: string, topic: StreamMessage['topic']) => void;
}

/**
 * What this process hears from Postgres, told to all its streams: one connection, however many listen; nothing is asked
 * of the database while nobody does.
 */
export class StreamHub {
  private readonly subscribers = new Set<Subscriber>();
  private readonly leads = new ChangedIds(MAX_MARKS);
  private readonly imports = new ChangedIds(MAX_MARKS);
  private listener: Listener | undefined;
  private window: NodeJS.Timeout | undefined;
  private telling: Promise<void> = Promise.resolve();
  private lingering: NodeJS.Timeout | undefined;

  /** Adds a listener; resolves once nothing that is committed from now on is missed, with what takes it out again. */
  async subscribe(subscriber: Subscriber): Promise<() => void> {
    clearTimeout(this.lingering);
    this.subscribers.add(subscriber);
    this.listener ??= listen({
      channels: [SCORES_CHANNEL, LEADS_CHANNEL, IMPORTS_CHANNEL, RUBRIC_CHANNEL],
      onMessage: (channel, payload) => this.hear(channel, payload),
      onGap: () => this.hear(LEADS_CHANNEL, '[]'),
    });
    await this.listener.listening;
    return () => {
      this.subscribers.delete(subscriber);
      if (this.subscribers.size > 0) return;
      clearTimeout(this.lingering);
      this.lingering = setTimeout(() => void this.close(), LINGER_MS).unref();
    };
  }

  /** How many listen. */
  get size(): number {
    return this.subscribers.size;
  }

  /** Stops listening to Postgres; the next subscriber begins anew. */
  async close(): Promise<void> {
    const { listener } = this;
    this.listener = undefined;
    clearTimeout(this.window);
    this.window = undefined;
    await listener?.close();
    await this.telling;
  }

  private hear(channel: string, payload: string): void {
    if (channel === RUBRIC_CHANNEL) {
      const data = readRubricMark(payload);
      if (data) this.broadcast({ topic: 'rubric', data });
      return;
    }
    (channel === IMPORTS_CHANNEL ? this.imports : this.leads).add(readIds(payload));
    this.window ??= setTimeout(() => {
      this.window = undefined;
      // One after another, so that an older state never overtakes a newer one.
      this.telling = this.telling.then(() => this.tell());
    }, WINDOW_MS);
  }

  private async tell(): Promise<void> {
    const leads = this.leads.take();
    const imports = this.imports.take();
    if (this.subscribers.size === 0) return;
    try {
      // While much is taken in, the pool's connections are in demand.
      const marks = await loadLeadMarks(this.listener?.getClient() ?? getPool(), leads.ids);
      if (marks.length > 0 || leads.more)
        this.broadcast({ topic: 'leads', data: { marks, more: leads.more } });
      const progress = await listProgress(imports.ids);
      if (progress.length > 0) this.broadcast({ topic: 'imports', data: { marks: progress } });
    } catch (error) {
      logger.warn('Changes could not be read for the streams', { error });
      this.broadcast({ topic: 'leads', data: { marks: [], more: true } });
    }
  }

  private broadcast(message: StreamMessage): void {
    const frame = toFrame(message);
    for (const subscriber of this.subscribers) subscriber.send(frame, message.topic);
  }
}

// Development reloads modules: the connection must outlive them.
const kept: { leadgridStream?: StreamHub } & typeof globalThis = globalThis;

/** The process's one hub. */
export function getHub(): StreamHub {
  return (kept.leadgridStream ??= new StreamHub());
}
