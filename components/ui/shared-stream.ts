import { z } from 'zod';

/** The server says something every 15 s; a stream that was silent for longer than this is away. */
const SILENT_FOR_MS = 40_000;
const WATCH_EVERY_MS = 5_000;

/** Someone leaves and someone comes within so long when a screen gives way to the next. */
const LINGER_MS = 3_000;

const messageSchema = z.object({ topic: z.string(), data: z.unknown().optional() });

export interface StreamListener {
  topic: string;
  onData: (data: unknown) => void;
  /** The stream was opened: what changed before that was not heard. */
  onOpen: () => void;
}

export type StreamState = 'live' | 'away';

/** Opens a connection that gives each message as text, and answers what ends it. */
export type Connect = (onText: (text: string) => void) => () => void;

/** The stream of this page: connected while someone listens; knows whether it lives. */
export class SharedStream {
  private readonly listeners = new Set<StreamListener>();
  private readonly watchers = new Set<() => void>();
  private current: StreamState = 'away';
  private heardAt = 0;
  private disconnect: (() => void) | undefined;
  private watch: ReturnType<typeof setInterval> | undefined;
  private lingering: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly connect: Connect) {}

  /** Whether messages can be relied on at present. */
  readonly getState = (): StreamState => this.current;

  /** Calls back when the state changes. */
  readonly onState = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  /** Adds a listener, and answers what takes it out again. */
  listen(listener: StreamListener): () => void {
    clearTimeout(this.lingering);
    this.listeners.add(listener);
    if (!this.disconnect) {
      this.disconnect = this.connect((text) => this.hear(text));
      this.watch = setInterval(() => this.checkSilence(), WATCH_EVERY_MS);
    }
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.lingering = setTimeout(() => this.close(), LINGER_MS);
    };
  }

  private close(): void {
    clearInterval(this.watch);
    this.disconnect?.();
    this.disconnect = undefined;
    this.setState('away');
  }

  private hear(text: string): void {
    const message = readMessage(text);
    if (!message) return;
    const { topic, data } = message;
    this.heardAt = Date.now();
    this.setState(topic === 'away' || topic === 'ended' ? 'away' : 'live');
    for (const listener of this.listeners) {
      if (topic === 'open') listener.onOpen();
      else if (topic === listener.topic) listener.onData(data);
    }
  }

  private checkSilence(): void {
    if (Date.now() - this.heardAt > SILENT_FOR_MS) this.setState('away');
  }

  private setState(state: StreamState): void {
    if (state === this.current) return;
    this.current = state;
    this.watchers.forEach((watcher) => watcher());
  }
}

function readMessage(text: string) {
  try {
    return messageSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
