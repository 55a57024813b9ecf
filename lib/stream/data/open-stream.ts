import { AppError } from '@/lib/server/errors';
import { BEAT_MS, MAX_WAITING_BYTES, RECHECK_MS, STREAMS_PER_PERSON } from '../constants';
import { toFrame } from '../frame';
import type { StreamMessage } from '../types';
import { getHub, type Subscriber } from './hub';

export interface StreamRequest {
  userId: string;
  /** Ends when whoever asked has gone. */
  signal: AbortSignal;
  /** Which topics this person may hear. */
  mayHear: (topic: StreamMessage['topic']) => boolean;
  /** Whether they still may listen at all; asked now and then. */
  mayStay: () => Promise<boolean>;
}

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Neither compressed nor held back on the way: each message is to arrive when it is sent.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

const OPEN = toFrame({ topic: 'open' });
const BEAT = toFrame({ topic: 'beat' });
const MISSED = toFrame({ topic: 'leads', data: { marks: [], more: true } });
const ENDED = toFrame({ topic: 'ended' });

const encoder = new TextEncoder();
const openStreams = new Map<string, number>();

/** One open stream: from the hub to one reader, who is told to read anew rather than sent everything late. */
class OpenStream implements Subscriber {
  private readonly timers: NodeJS.Timeout[] = [];
  private leave: (() => void) | undefined;
  private closed = false;
  private behind = false;

  constructor(
    private readonly controller: ReadableStreamDefaultController<Uint8Array>,
    private readonly request: StreamRequest,
  ) {}

  async begin(): Promise<void> {
    const { userId, signal } = this.request;
    openStreams.set(userId, (openStreams.get(userId) ?? 0) + 1);
    signal.addEventListener('abort', this.close);
    if (signal.aborted) return this.close();
    this.timers.push(setInterval(() => this.beat(), BEAT_MS).unref());
    this.timers.push(setInterval(() => void this.recheck(), RECHECK_MS).unref());
    const leave = await getHub().subscribe(this);
    if (this.closed) return leave();
    this.leave = leave;
    this.write(OPEN);
  }

  send(frame: string, topic: StreamMessage['topic']): void {
    if (!this.request.mayHear(topic)) return;
    this.behind ||= this.isFull();
    if (!this.behind) this.write(frame);
  }

  readonly close = (): void => {
    if (this.closed) return;
    this.release();
    this.controller.close();
  };

  /** Lets go of everything, for a stream that its reader has closed. */
  release(): void {
    if (this.closed) return;
    this.closed = true;
    const { userId, signal } = this.request;
    signal.removeEventListener('abort', this.close);
    this.timers.forEach(clearInterval);
    this.leave?.();
    const left = (openStreams.get(userId) ?? 1) - 1;
    if (left > 0) openStreams.set(userId, left);
    else openStreams.delete(userId);
  }

  private write(frame: string): void {
    if (!this.closed) this.controller.enqueue(encoder.encode(frame));
  }

  private isFull(): boolean {
    return (this.controller.desiredSize ?? 0) <= 0;
  }

  private beat(): void {
    if (this.isFull()) return;
    this.write(this.behind ? MISSED : BEAT);
    this.behind = false;
  }

  private async recheck(): Promise<void> {
    // A database that cannot be asked says nothing about the person.
    const mayStay = await this.request.mayStay().catch(() => true);
    if (mayStay) return;
    this.write(ENDED);
    this.close();
  }
}

/**
 * A stream of server-sent events for one person, until they go or may not any longer.
 *
 * @throws AppError `rate_limited` when the person has too many streams open already.
 */
export function openStream(request: StreamRequest): Response {
  if ((openStreams.get(request.userId) ?? 0) >= STREAMS_PER_PERSON) {
    throw new AppError('rate_limited', 'Too many open streams. Close some tabs.', [], 30);
  }
  let stream: OpenStream | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        stream = new OpenStream(controller, request);
        void stream.begin();
      },
      cancel: () => stream?.release(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING_BYTES }),
  );
  return new Response(body, { headers: HEADERS });
}
