import type { EffectRequest, LeadEffect } from '@/lib/effects/types';
import { startThread } from '@/lib/server/start-thread';
import type { ThreadAnswer, ThreadRequest } from './effect-thread';

/** A thread that nobody asked for so long ends, and with it goes the evidence it holds. */
const IDLE_MS = 10 * 60_000;
const CONNECTIONS = 2;

interface Waiting {
  resolve: (effect: LeadEffect) => void;
  reject: (error: Error) => void;
}

interface EffectThread {
  ask: (request: EffectRequest, fresh: boolean) => Promise<LeadEffect>;
}

function startEffectThread(onEnd: () => void): EffectThread {
  const thread = startThread('lib/evidence/data/effect-thread.ts', { connections: CONNECTIONS });
  const waiting = new Map<number, Waiting>();
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;
  const end = (error: Error) => {
    onEnd();
    clearTimeout(idle);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on('message', (answer: ThreadAnswer) => {
    const { resolve, reject } = waiting.get(answer.id) ?? {};
    waiting.delete(answer.id);
    if ('effect' in answer) resolve?.(answer.effect);
    else reject?.(new Error(answer.fault));
  });
  thread.on('error', end);
  thread.on('exit', () => end(new Error('The thread that measures effects ended')));
  thread.unref();
  const ask = (request: EffectRequest, fresh: boolean) =>
    new Promise<LeadEffect>((resolve, reject) => {
      clearTimeout(idle);
      idle = setTimeout(() => void (waiting.size === 0 && thread.terminate()), IDLE_MS).unref();
      asked += 1;
      waiting.set(asked, { resolve, reject });
      const message: ThreadRequest = { id: asked, ...request, fresh };
      thread.postMessage(message);
    });
  return { ask };
}

// One thread a process. What it holds is gathered from the database: another process's thread holds the same.
let thread: EffectThread | undefined;

/**
 * What a rubric does to every lead compared with another, where there are too many leads for the browser: in a thread
 * that holds their evidence, so that neither is it gathered for every question, nor does anyone else wait.
 *
 * @param fresh measures everyone anew, as of now.
 */
export function measureInThread(request: EffectRequest, fresh: boolean): Promise<LeadEffect> {
  thread ??= startEffectThread(() => (thread = undefined));
  return thread.ask(request, fresh);
}
