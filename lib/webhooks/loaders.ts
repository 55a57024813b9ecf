import { notFound } from 'next/navigation';
import { z } from 'zod';
import { requirePage } from '@/lib/auth/guards';
import { readCalm } from '@/lib/calm/data';
import type { SignedIn } from '@/lib/auth/actor';
import { isAllowed } from '@/lib/auth/permissions';
import { describeCondition } from '@/lib/scoring/describe';
import { findLiveVersion } from '@/lib/rubrics/data';
import { listSegmentFields } from '@/lib/segments/data';
import { listPeople } from '@/lib/users/data';
import type { SearchParams } from '@/lib/leads/address';
import {
  countDeliveries,
  findDelivery,
  findEndpoint,
  listDeliveries,
  listEndpoints,
  type EndpointRow,
} from './data/screens';
import { readMail, readNetwork } from './data/settings';
import { maskAddress } from './mask-address';
import { filtersSchema } from './read-filters';
import { deliverySearchSchema } from './schema';

const PAGE_SIZE = 50;

/** What the form of an endpoint offers. */
async function loadChoices() {
  const [fields, live, people] = await Promise.all([listSegmentFields(), findLiveVersion(), listPeople()]);
  return {
    fields,
    tiers: (live?.document.tiers ?? []).map(({ name, action }) => ({ name, action })),
    people: people.filter(({ active }) => active).map(({ id, name, email }) => ({ id, name, email })),
  };
}

/** What the form of an endpoint offers, as components take it. */
export type EndpointChoices = Awaited<ReturnType<typeof loadChoices>>;

/** An endpoint for a screen: its filters read, a Slack address masked. */
function toView({ filters: stored, url, ...row }: EndpointRow, { fields, people }: EndpointChoices) {
  const filters = filtersSchema.safeParse(stored).data ?? { tiers: [], quadrants: [], segment: null };
  const labels = { fields: Object.fromEntries(fields.map(({ path, label }) => [path, label])) };
  return {
    ...row,
    address: row.kind === 'slack' ? maskAddress(url) : url,
    filters,
    segmentWords: filters.segment && describeCondition(filters.segment, labels),
    recipients: people.filter(({ id }) => row.recipientIds.includes(id)),
  };
}

/** An endpoint as components take it. */
export type EndpointView = ReturnType<typeof toView>;

function whatMay({ role }: SignedIn) {
  return {
    mayManage: isAllowed(role, 'webhooks:manage'),
    mayAllow: isAllowed(role, 'network:manage'),
    mayShow: isAllowed(role, 'secrets:show'),
  };
}

/** The list of webhooks, and whether private addresses are allowed. */
export async function loadWebhooks() {
  const actor = await requirePage('settings:read', '/settings/webhooks');
  const [choices, rows, network] = await Promise.all([
    loadChoices(),
    listEndpoints(['webhook']),
    readNetwork(),
  ]);
  return { choices, endpoints: rows.map((row) => toView(row, choices)), network, ...whatMay(actor) };
}

/** The channels that are told of a new A, and the mail server without its address. */
export async function loadNotifications() {
  const actor = await requirePage('settings:read', '/settings/notifications');
  const [choices, rows, mail, { calm, savedAt }] = await Promise.all([
    loadChoices(),
    listEndpoints(['slack', 'email']),
    readMail(),
    readCalm(),
  ]);
  return {
    choices,
    channels: rows.map((row) => toView(row, choices)),
    calm: { calm, savedAt: savedAt?.getTime() ?? null },
    mail: mail && {
      host: URL.canParse(mail.url) ? new URL(mail.url).host : '…',
      from: mail.from,
      fixed: mail.fixed,
    },
    ...whatMay(actor),
  };
}

/** The mail server as components take it. */
export type MailView = Awaited<ReturnType<typeof loadNotifications>>['mail'];

/** An endpoint's page: how it stands, its deliveries, and the one that is open. */
export async function loadEndpoint(id: string, searchParams: SearchParams) {
  const endpointId = z.uuid().safeParse(id).data;
  const actor = await requirePage('settings:read', `/settings/webhooks/${endpointId ?? ''}`);
  const search = deliverySearchSchema.parse(searchParams);
  const row = endpointId ? await findEndpoint(endpointId) : null;
  if (!row) notFound();
  const [choices, counts, found, open] = await Promise.all([
    loadChoices(),
    countDeliveries(row.id),
    listDeliveries(row.id, { states: search.state, before: search.before, limit: PAGE_SIZE + 1 }),
    search.delivery ? findDelivery(row.id, search.delivery) : null,
  ]);
  const deliveries = found.slice(0, PAGE_SIZE);
  return {
    choices,
    endpoint: toView(row, choices),
    counts,
    deliveries,
    /** Where the page after this one begins. */
    next: found.length > PAGE_SIZE ? deliveries.at(-1)?.id : undefined,
    open,
    search,
    ...whatMay(actor),
  };
}
