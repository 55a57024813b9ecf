import type { StreamMessage } from './types';

/** How long a browser waits before it connects again, in milliseconds. */
const RETRY_MS = 2_000;

/** A message as server-sent events write it: JSON holds no line break, so it is one line of data. */
export function toFrame(message: StreamMessage): string {
  const retry = message.topic === 'open' ? `retry: ${RETRY_MS}\n` : '';
  return `${retry}data: ${JSON.stringify(message)}\n\n`;
}
