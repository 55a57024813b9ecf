'use client';

import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react';

const ServerNow = createContext(0);

export interface ClockProviderProps {
  /** Instant of the server when it drew the page, in milliseconds: the first drawing in the browser uses it too. */
  now: number;
  children: ReactNode;
}

/** Gives server and browser the same "now" for the first drawing, so that relative times never differ on hydration. */
export function ClockProvider({ now, children }: ClockProviderProps) {
  return <ServerNow value={now}>{children}</ServerNow>;
}

interface Ticker {
  listeners: Set<() => void>;
  stop: () => void;
}

// One timer for every rhythm, however many times are on the page.
const tickers = new Map<number, Ticker>();

function startTicker(every: number): Ticker {
  const listeners = new Set<() => void>();
  const timer = setInterval(() => listeners.forEach((listener) => listener()), every);
  return { listeners, stop: () => clearInterval(timer) };
}

function listen(every: number, listener: () => void): () => void {
  const ticker = tickers.get(every) ?? startTicker(every);
  tickers.set(every, ticker);
  ticker.listeners.add(listener);
  return () => {
    ticker.listeners.delete(listener);
    if (ticker.listeners.size > 0) return;
    ticker.stop();
    tickers.delete(every);
  };
}

/** The present instant in milliseconds, rounded down to the rhythm (default 30 s; 1000 for a running clock). */
export function useNow(every = 30_000): number {
  const serverNow = useContext(ServerNow);
  const subscribe = useCallback((listener: () => void) => listen(every, listener), [every]);
  const round = (instant: number) => Math.floor(instant / every) * every;
  return useSyncExternalStore(
    subscribe,
    () => round(Date.now()),
    () => round(serverNow),
  );
}

const neverChanges = () => () => undefined;

/** The viewer's time zone (IANA name); UTC while the server draws. */
export function useTimeZone(): string {
  return useSyncExternalStore(
    neverChanges,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'UTC',
  );
}
