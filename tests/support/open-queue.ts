import { Pacer } from '@/components/ui/pacer';
import { queueRowsSchema, type QueueRow, type QueueRows } from '@/lib/queue/schema';
import { touchesQueue } from '@/lib/queue/touches-queue';
import { leadsDataSchema } from '@/lib/stream/schema';
import { z } from 'zod';

const ROWS_REST_MS = 330;
const messageSchema = z.object({ topic: z.string(), data: z.unknown().optional() });

export interface OpenQueueOptions {
  address: string;
  /** The session, as a Cookie header. */
  cookie: string;
  viewerId: string;
  /** A lead was named by the stream. */
  onNotice: (leadId: string, score: number | null) => void;
  /** The rows on screen are these now. */
  onRows: (rows: readonly QueueRow[]) => void;
}

/** A queue that stays open without a browser, and does what the screen does: hears what changed, and fetches its rows. */
export class OpenQueue {
  /** How often rows were fetched, and how long each took in milliseconds. */
  readonly fetches: number[] = [];
  private readonly gone = new AbortController();
  private readonly pacer = new Pacer(() => this.fetchRows(), ROWS_REST_MS);
  private search = '';
  private shown: QueueRows | undefined;

  constructor(private readonly options: OpenQueueOptions) {}

  /** Opens the stream; resolves once it is open. */
  async open(): Promise<void> {
    const { address, cookie } = this.options;
    const answer = await fetch(`${address}/api/stream`, { headers: { cookie }, signal: this.gone.signal });
    if (!answer.ok || !answer.body) throw new Error(`The stream was refused: ${answer.status}`);
    const opened = new Promise<void>((resolve) => void this.listen(answer.body, resolve));
    await opened;
  }

  /** Shows the free leads that a search finds. */
  async show(search: string): Promise<void> {
    this.search = search;
    this.shown = undefined;
    await this.fetchRows();
  }

  close(): void {
    this.pacer.stop();
    this.gone.abort();
  }

  private async listen(body: ReadableStream<Uint8Array> | null, onOpen: () => void): Promise<void> {
    const reader = body?.getReader();
    const decoder = new TextDecoder();
    let text = '';
    try {
      for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
        text += decoder.decode(next.value, { stream: true });
        const frames = text.split('\n\n');
        text = frames.pop() ?? '';
        for (const frame of frames) this.hear(frame, onOpen);
      }
    } catch (error) {
      if (!this.gone.signal.aborted) throw error;
    }
  }

  private hear(frame: string, onOpen: () => void): void {
    const line = frame.split('\n').find((one) => one.startsWith('data: '));
    const message = messageSchema.parse(JSON.parse(line?.slice('data: '.length) ?? '{}'));
    if (message.topic === 'open') onOpen();
    if (message.topic !== 'leads') return;
    const { marks, more } = leadsDataSchema.parse(message.data);
    for (const { id, score } of marks) this.options.onNotice(id, score);
    const { shown } = this;
    const place = { tab: 'free', viewerId: this.options.viewerId } as const;
    if (more || (shown && touchesQueue({ ...shown, ...place }, marks) === 'rows')) this.pacer.ask();
  }

  private async fetchRows(): Promise<void> {
    const { address, cookie, onRows } = this.options;
    const { search } = this;
    const from = performance.now();
    const url = `${address}/api/queue?tab=free&q=${encodeURIComponent(search)}`;
    const answer = await fetch(url, { headers: { cookie } });
    if (!answer.ok) throw new Error(`The rows were refused: ${answer.status} ${await answer.text()}`);
    const rows = queueRowsSchema.parse(await answer.json());
    this.fetches.push(performance.now() - from);
    if (search !== this.search) return;
    this.shown = rows;
    onRows(rows.page.rows);
  }
}
