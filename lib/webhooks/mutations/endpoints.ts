import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import type { Prisma } from '@/lib/generated/prisma/client';
import { NEW_A } from '@/lib/outbox/constants';
import { getDb, type Db } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { findReachFault } from '@/lib/server/guarded-request';
import { OLD_SECRET_MS } from '../constants';
import { readNetwork } from '../data/settings';
import type { EndpointInput } from '../schema';
import { createSecret } from '../sign-message';

type Manager = Actor<'webhooks:manage'>;

const MOST_ENDPOINTS = 100;

async function refuseUrl(url: string): Promise<void> {
  const { allowPrivateAddresses } = await readNetwork();
  const fault = await findReachFault(url, allowPrivateAddresses);
  if (fault) throw new AppError('invalid', fault, [{ path: 'url', message: fault }]);
}

async function refuseRecipients(tx: Db, ids: readonly string[]): Promise<void> {
  const known = await tx.user.count({ where: { id: { in: [...ids] }, active: true } });
  if (known === new Set(ids).size) return;
  const message = 'Someone chosen has no active account any more. Reload and choose again.';
  throw new AppError('invalid', message, [{ path: 'recipientIds', message }]);
}

function toColumns(input: EndpointInput) {
  const { kind, name, includeBulk } = input;
  const { tiers, quadrants, segment } = input.filters;
  // A condition is plain data: what goes through JSON unchanged.
  const filters: Prisma.InputJsonObject = {
    tiers,
    quadrants,
    segment: segment === null ? null : (JSON.parse(JSON.stringify(segment)) as Prisma.InputJsonValue),
  };
  const common = { kind, name, includeBulk, filters };
  switch (input.kind) {
    case 'webhook':
      return { ...common, url: input.url, eventTypes: input.eventTypes };
    case 'slack':
      return { ...common, ...(input.url === undefined ? {} : { url: input.url }), eventTypes: [NEW_A] };
    case 'email':
      return { ...common, recipientIds: input.recipientIds, eventTypes: [NEW_A] };
  }
}

/** What the audit log keeps of an endpoint: a Slack address is a secret, of which it holds the host. */
function describeEndpoint(input: EndpointInput): Prisma.InputJsonObject {
  const { kind, name, includeBulk } = input;
  const { tiers, quadrants, segment } = input.filters;
  const where = input.kind === 'email' ? {} : { host: input.url ? new URL(input.url).host : 'as before' };
  const events = input.kind === 'webhook' ? { events: input.eventTypes } : {};
  const filters = { tiers, quadrants, segment: segment !== null };
  return { kind, name, ...where, ...events, ...filters, includeBulk };
}

async function requireEndpoint(tx: Db, id: string) {
  const endpoint = await tx.webhookEndpoint.findUnique({ where: { id } });
  if (!endpoint) throw new AppError('not_found', 'This endpoint was deleted meanwhile.');
  return endpoint;
}

/** An endpoint that was saved; with its secret where it was made just now and signs. */
export interface SavedEndpoint {
  id: string;
  secret: string | null;
}

async function writeEndpoint(
  tx: Db,
  actor: Manager,
  id: string | null,
  input: EndpointInput,
): Promise<SavedEndpoint> {
  if (input.kind === 'email') await refuseRecipients(tx, input.recipientIds);
  if (id === null) {
    if (input.kind === 'slack' && input.url === undefined) {
      throw new AppError('invalid', 'An address is needed', [
        { path: 'url', message: 'An address is needed' },
      ]);
    }
    if ((await tx.webhookEndpoint.count()) >= MOST_ENDPOINTS) {
      throw new AppError('conflict', `There are ${MOST_ENDPOINTS} endpoints already. Delete one first.`);
    }
    const secret = input.kind === 'webhook' ? createSecret() : '';
    const made = await tx.webhookEndpoint.create({ data: { ...toColumns(input), secret } });
    await writeAudit(tx, {
      user: actor,
      action: 'webhook.created',
      subject: made.id,
      details: describeEndpoint(input),
    });
    return { id: made.id, secret: secret || null };
  }
  const before = await requireEndpoint(tx, id);
  if (before.kind !== input.kind) throw new AppError('invalid', 'An endpoint stays what it is.');
  await tx.webhookEndpoint.update({ where: { id }, data: toColumns(input) });
  const details = describeEndpoint(input);
  await writeAudit(tx, { user: actor, action: 'webhook.changed', subject: id, details });
  return { id, secret: null };
}

/**
 * Makes an endpoint, or changes the one with the id.
 *
 * @throws AppError `invalid` when its address leads where nothing may be sent.
 */
export async function saveEndpoint(
  actor: Manager,
  { id, endpoint }: { id: string | null; endpoint: EndpointInput },
): Promise<SavedEndpoint> {
  if (endpoint.kind !== 'email' && endpoint.url !== undefined) await refuseUrl(endpoint.url);
  return getDb().$transaction((tx) => writeEndpoint(tx, actor, id, endpoint));
}

/** Switches an endpoint on, which forgets its failures, or off, which gives up what waits to be sent to it. */
export async function switchEndpoint(actor: Manager, id: string, active: boolean, now: Date): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { name, active: before } = await requireEndpoint(tx, id);
    if (before === active) return;
    const off = { active: false, disabledAt: now, disabledReason: `Switched off by ${actor.name}` };
    const on = { active: true, disabledAt: null, disabledReason: null, failingSince: null };
    await tx.webhookEndpoint.update({ where: { id }, data: active ? on : off });
    if (!active) {
      await tx.notice.deleteMany({ where: { endpointId: id } });
      await tx.delivery.updateMany({
        where: { endpointId: id, state: 'pending' },
        data: { state: 'failed', nextAttemptAt: null, error: 'The endpoint was switched off' },
      });
    }
    const action = active ? 'webhook.enabled' : 'webhook.disabled';
    await writeAudit(tx, { user: actor, action, subject: id, details: { name } });
  });
}

/** Deletes an endpoint and everything that was sent to it. */
export async function deleteEndpoint(actor: Manager, id: string): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const { name, kind } = await requireEndpoint(tx, id);
    await tx.webhookEndpoint.delete({ where: { id } });
    await writeAudit(tx, { user: actor, action: 'webhook.deleted', subject: id, details: { name, kind } });
  });
}

/**
 * The secret that an endpoint's messages are signed with. Whoever has it can write messages as if they came from here:
 * that somebody looked is kept.
 */
export async function showSecret(actor: Actor<'secrets:show'>, id: string): Promise<{ secret: string }> {
  return getDb().$transaction(async (tx) => {
    const { secret, kind, name } = await requireEndpoint(tx, id);
    if (kind !== 'webhook') throw new AppError('invalid', 'Only webhooks are signed.');
    await writeAudit(tx, { user: actor, action: 'webhook.secret_shown', subject: id, details: { name } });
    return { secret };
  });
}

/** Gives an endpoint another secret; the one it had goes on signing beside it for a day. */
export async function rotateSecret(actor: Manager, id: string, now: Date): Promise<{ secret: string }> {
  return getDb().$transaction(async (tx) => {
    const { secret: oldSecret, kind, name } = await requireEndpoint(tx, id);
    if (kind !== 'webhook') throw new AppError('invalid', 'Only webhooks are signed.');
    const secret = createSecret();
    const oldSecretUntil = new Date(now.getTime() + OLD_SECRET_MS);
    await tx.webhookEndpoint.update({ where: { id }, data: { secret, oldSecret, oldSecretUntil } });
    const details = { name };
    await writeAudit(tx, { user: actor, action: 'webhook.secret_rotated', subject: id, details });
    return { secret };
  });
}
