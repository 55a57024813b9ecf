import type { Properties } from '@/lib/events/types';
import { EVENT_BYTES } from '@/lib/tracking/constants';
import { cleanJson, isSuspicious } from './clean-json';
import { isMessage, isRejected, readMessage, type Reading } from './read-message';
import { isRecord } from './read-properties';
import type { Delivery, MessageKind, SendingSource } from './types';

/** A kind of message alone, or several of any kind. */
export type Call = MessageKind | 'batch';

/** The calls of the API by the last part of their address: in full, and as browsers' clients abbreviate them. */
export const CALLS: Readonly<Partial<Record<string, Call>>> = {
  identify: 'identify',
  i: 'identify',
  track: 'track',
  t: 'track',
  page: 'page',
  p: 'page',
  screen: 'screen',
  s: 'screen',
  group: 'group',
  g: 'group',
  alias: 'alias',
  a: 'alias',
  batch: 'batch',
  b: 'batch',
  import: 'batch',
};

/** Reads a request's body as an object, or says why it is none. */
export function parseBody(text: string): Properties | string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (error) {
    return `The body is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`;
  }
  const clean = isSuspicious(text) ? cleanJson(body) : body;
  return isRecord(clean) ? clean : 'The body must be a JSON object.';
}

/** What a request is read with besides its body. */
export interface Receipt {
  source: SendingSource;
  receivedAt: number;
  /** The size of the body. */
  bytes: number;
}

/** The messages of a call as they came; null when a batch holds none. */
export function listInputs(call: Call, body: Properties): readonly unknown[] | null {
  if (call !== 'batch') return [{ ...body, type: call }];
  return Array.isArray(body.batch) ? body.batch : null;
}

/** Reads the messages of a request. What is wrong with one of several does not concern the others. */
export function readDelivery(
  inputs: readonly unknown[],
  body: Properties,
  { source, receivedAt, bytes }: Receipt,
): Delivery {
  const reading: Reading = {
    source,
    receivedAt,
    sentAt: body.sentAt,
    isSmall: bytes <= EVENT_BYTES,
    context: 'batch' in body ? body.context : undefined,
  };
  const read = inputs.map((input) => readMessage(input, reading));
  return { messages: read.filter(isMessage), rejected: read.filter(isRejected) };
}
