import { grant, type Actor } from '@/lib/auth/actor';
import type { EventType } from '@/lib/outbox/constants';
import { getDb } from '@/lib/server/db';
import { saveEndpoint, switchEndpoint } from '@/lib/webhooks/mutations/endpoints';
import { endpointSchema } from '@/lib/webhooks/schema';

/** An admin, as who manages webhooks and who allows private addresses. */
export async function addWebhookAdmin() {
  const user = await getDb().user.create({
    data: { name: 'Ada Admin', email: 'ada@leadgrid.example', role: 'admin', passwordHash: 'none' },
  });
  const manager = grant(user, 'webhooks:manage');
  const admin = grant(user, 'network:manage');
  const reader = grant(user, 'secrets:show');
  if (!manager || !admin || !reader) throw new Error('An admin may manage webhooks');
  return { manager, admin, reader, userId: user.id };
}

export interface EndpointSketch {
  url: string;
  eventTypes?: EventType[];
  filters?: { tiers?: string[]; quadrants?: string[]; segment?: unknown };
  includeBulk?: boolean;
}

/** A webhook endpoint and its secret. */
export async function addEndpoint(actor: Actor<'webhooks:manage'>, sketch: EndpointSketch) {
  const { url, eventTypes = ['lead.tier_changed'], filters = {}, includeBulk = false } = sketch;
  const endpoint = endpointSchema.parse({
    kind: 'webhook',
    name: 'Receiver',
    url,
    eventTypes,
    filters,
    includeBulk,
  });
  const { id, secret } = await saveEndpoint(actor, { id: null, endpoint });
  if (secret === null) throw new Error('A webhook that is made has a secret');
  return { id, secret, off: (now: Date) => switchEndpoint(actor, id, false, now) };
}
