import { z } from 'zod';
import { idParam, textParam } from '@/lib/leads/address';
import type { RejectedKey } from './types';

const KEY = /^(\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Writes a rejected event's place as the address holds it. */
export function formatRejectedKey({ receivedAt, id }: RejectedKey): string {
  return `${receivedAt.getTime()}_${id}`;
}

function readRejectedKey(text: string | undefined): RejectedKey | undefined {
  const [, at, id] = KEY.exec(text ?? '') ?? [];
  const receivedAt = new Date(Number(at));
  return id === undefined || Number.isNaN(receivedAt.getTime()) ? undefined : { receivedAt, id };
}

const keyParam = textParam().transform(readRejectedKey);

/** The rejected events' address; what cannot be read is left out. */
export const rejectedAddressSchema = z.object({
  source: idParam,
  before: keyParam,
  after: keyParam,
  open: idParam,
});

export type RejectedAddress = z.output<typeof rejectedAddressSchema>;

/** The address of the rejected events with some of what it asks for changed; another source begins at the newest. */
export function toRejectedAddress(address: RejectedAddress, change: Partial<RejectedAddress>): string {
  const start = 'source' in change ? { before: undefined, after: undefined, open: undefined } : {};
  const { source, before, after, open } = { ...address, ...start, ...change };
  const params = new URLSearchParams();
  if (source) params.set('source', source);
  if (before) params.set('before', formatRejectedKey(before));
  if (after) params.set('after', formatRejectedKey(after));
  if (open) params.set('open', open);
  return params.size > 0 ? `/settings/rejected?${params.toString()}` : '/settings/rejected';
}
