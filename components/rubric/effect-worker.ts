import { EffectSession } from '@/lib/effects/effect-session';
import type { Effect, EffectRequest, ScoredDeal } from '@/lib/effects/types';
import type { Rubric } from '@/lib/scoring/types';
import { fetchEvidence, fetchLeadEffect } from './fetch-evidence';

/** What the worker is asked; `id` tells the answers apart. */
export type WorkerRequest = { id: number } & (
  ({ kind: 'measure' } & EffectRequest) | { kind: 'deals'; rubric: Rubric } | { kind: 'forget' }
);

/** `early` says that the rest of the answer follows. */
export type WorkerAnswer =
  | { id: number; effect: Effect; early?: true }
  | { id: number; deals: ScoredDeal[] }
  | { id: number; fault: string };

/** The browser's worker that holds the evidence and compares rubrics on it, so that no slider ever waits for it. */
const session = new EffectSession(fetchEvidence, fetchLeadEffect);

async function answer(
  request: WorkerRequest,
  tell: (message: WorkerAnswer) => void,
): Promise<WorkerAnswer | null> {
  const { id } = request;
  switch (request.kind) {
    case 'measure':
      return { id, effect: await session.measure(request, (effect) => tell({ id, effect, early: true })) };
    case 'deals':
      return { id, deals: await session.listDeals(request.rubric) };
    case 'forget':
      session.forget();
      return null;
  }
}

addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
  const tell = (message: WorkerAnswer | null) => message && postMessage(message);
  answer(data, tell).then(tell, (error: unknown) =>
    tell({ id: data.id, fault: error instanceof Error ? error.message : String(error) }),
  );
});
