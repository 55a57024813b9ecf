'use client';

import {
  createContext,
  useContext,
  useEffect,
  useEffectEvent,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { SharedStream, type StreamListener, type StreamState } from './shared-stream';
import { connectStream } from './stream-connection';

const Stream = createContext<SharedStream | null>(null);

export interface StreamProviderProps {
  /** Whose stream it is; tabs of the same person share one. */
  name: string;
  children: ReactNode;
}

/** Gives the screens below it the stream of what changes; it is connected while one of them listens. */
export function StreamProvider({ name, children }: StreamProviderProps) {
  const [stream] = useState(() => new SharedStream((onText) => connectStream(name, onText)));
  return <Stream value={stream}>{children}</Stream>;
}

const never = () => () => undefined;

/** Listens to a topic of the stream while the component stands; "away" means that messages may be missed. */
export function useStream({ topic, onData, onOpen }: StreamListener): StreamState {
  const stream = useContext(Stream);
  const hearData = useEffectEvent(onData);
  const hearOpen = useEffectEvent(onOpen);
  useEffect(
    () => stream?.listen({ topic, onData: (data) => hearData(data), onOpen: () => hearOpen() }),
    [stream, topic],
  );
  return useSyncExternalStore<StreamState>(
    stream?.onState ?? never,
    () => stream?.getState() ?? 'away',
    () => 'away',
  );
}
