'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { Effect, EffectRequest, ScoredDeal } from '@/lib/effects/types';
import type { Rubric } from '@/lib/scoring/types';
import { EffectClient } from './effect-client';
import { LatestFeed, type FeedState } from './latest-feed';

/** The effect as far as it is known, and what can be asked of the evidence beside it. */
export type EffectState = FeedState<Effect> & {
  /** Measures everything anew, as of now. */
  refresh: () => void;
  /** Closed deals as a rubric would have scored their leads when they were first engaged. */
  listDeals: (rubric: Rubric) => Promise<ScoredDeal[]>;
};

export interface EffectOptions {
  /** Also judges by the deals whose leads were engaged from this instant on, in milliseconds. */
  since?: number;
  /** How many movers to name of each kind. */
  movers?: number;
}

interface Session {
  client: EffectClient;
  feed: LatestFeed<EffectRequest, Effect>;
}

/**
 * What a rubric does to every lead compared with another: their evidence is fetched once, what is asked anew when it is
 * asked, and everyone scored with every edit, in a worker of the browser, by the engine's own arithmetic.
 */
export function useEffectOnLeads(
  before: Rubric,
  after: Rubric,
  { since, movers }: EffectOptions = {},
): EffectState {
  const [state, setState] = useState<FeedState<Effect>>({ kind: 'loading' });
  const session = useRef<Session>(null);
  useEffect(() => {
    const client = new EffectClient();
    const feed = new LatestFeed(
      (request: EffectRequest, tellPart: (part: Effect) => void) => client.measure(request, tellPart),
      setState,
    );
    session.current = { client, feed };
    return () => {
      feed.close();
      client.close();
    };
  }, []);
  useEffect(
    () => session.current?.feed.show({ before, after, since, movers }),
    [before, after, since, movers],
  );
  const refresh = useCallback(() => {
    session.current?.client.forget();
    session.current?.feed.repeat();
  }, []);
  const listDeals = useCallback(
    (rubric: Rubric) =>
      session.current?.client.listDeals(rubric) ?? Promise.reject(new Error('Nothing is measured yet')),
    [],
  );
  return { ...state, refresh, listDeals };
}
