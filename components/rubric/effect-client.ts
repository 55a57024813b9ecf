import type { Effect, EffectRequest, ScoredDeal } from '@/lib/effects/types';
import type { Rubric } from '@/lib/scoring/types';
import type { WorkerAnswer, WorkerRequest } from './effect-worker';

interface Waiting {
  onEarly: ((effect: Effect) => void) | undefined;
  resolve: (answer: WorkerAnswer) => void;
  reject: (error: Error) => void;
}

type Unnumbered = WorkerRequest extends infer R ? (R extends unknown ? Omit<R, 'id'> : never) : never;

/** Speaks with the worker that holds the evidence. */
export class EffectClient {
  private readonly worker = new Worker(new URL('./effect-worker.ts', import.meta.url), { type: 'module' });
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor() {
    this.worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
      const { resolve, reject, onEarly } = this.waiting.get(data.id) ?? {};
      if ('early' in data) {
        onEarly?.(data.effect);
        return;
      }
      this.waiting.delete(data.id);
      if ('fault' in data) reject?.(new Error(data.fault));
      else resolve?.(data);
    });
    this.worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.waiting.values()) reject(new Error(message));
      this.waiting.clear();
    });
  }

  /** What one rubric does compared with another; the effect on leads is told early where the deals take longer. */
  async measure(request: EffectRequest, onEarly: (effect: Effect) => void): Promise<Effect> {
    const answer = await this.ask({ kind: 'measure', ...request }, onEarly);
    if (!('effect' in answer)) throw new Error('An effect was asked for.');
    return answer.effect;
  }

  /** Closed deals as a rubric would have scored their leads when they were first engaged. */
  async listDeals(rubric: Rubric): Promise<ScoredDeal[]> {
    const answer = await this.ask({ kind: 'deals', rubric });
    if (!('deals' in answer)) throw new Error('Deals were asked for.');
    return answer.deals;
  }

  /** Has everything measured anew, as of the next question. */
  forget(): void {
    const message: WorkerRequest = { id: 0, kind: 'forget' };
    this.worker.postMessage(message);
  }

  close(): void {
    this.worker.terminate();
  }

  private ask(request: Unnumbered, onEarly?: (effect: Effect) => void): Promise<WorkerAnswer> {
    this.asked += 1;
    const message = { id: this.asked, ...request };
    return new Promise((resolve, reject) => {
      this.waiting.set(message.id, { resolve, reject, onEarly });
      this.worker.postMessage(message);
    });
  }
}
