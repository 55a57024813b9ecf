import type { Prisma } from '@/lib/generated/prisma/client';
import { DEFAULT_ROUTING, ROUTING_SETTING } from '@/lib/routing/constants';
import { routeLeads } from '@/lib/routing/mutations/route-leads';
import type { RoutingSettings } from '@/lib/routing/types';
import { getDb } from '@/lib/server/db';
import { toPlainJson } from '@/lib/settings/schema';
import { addEvents, addLeads } from './score-fixtures';
import { scoreLeads } from './work-fixtures';

/** A Monday, when work begins by the hours that hold until someone says otherwise. */
export const MONDAY = new Date('2026-11-02T09:00:00Z');

export const MINUTE = 60_000;

/** So many minutes after that Monday's work began. */
export const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * MINUTE);

/** Routes whoever waits, as the worker would. */
export const route = (now = MONDAY) => routeLeads({ clock: () => now });

export async function setSetting(key: string, value: Prisma.InputJsonValue): Promise<void> {
  await getDb().setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}

/** A rule that gives every lead to whoever has the most room. */
export const EVERYONE = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'Everyone',
  when: null,
  choose: { kind: 'round_robin', teamId: null, onlyInHours: false },
} as const;

/** Routing by that rule, unless something else is said. */
export async function setRouting(change: Partial<RoutingSettings> & { salt?: string }): Promise<void> {
  const value = { ...DEFAULT_ROUTING, rules: [EVERYONE], ...change };
  await setSetting(ROUTING_SETTING, toPlainJson(value));
}

/** Heads of something, who become A by asking for a demo. */
export async function addHeads(count: number): Promise<string[]> {
  return addLeads(
    Array.from({ length: count }, (_, i) => ({ title: 'Head', email: `head${i}@acme.example` })),
  );
}

/** Leads ask for a demo, and are scored. */
export async function askForDemo(leadIds: readonly string[], at = MONDAY): Promise<void> {
  await addEvents(leadIds.map((leadId) => ({ leadId, type: 'demo_requested', at })));
  await scoreLeads(leadIds, at);
}

export const leadOf = (id: string) => getDb().lead.findUniqueOrThrow({ where: { id } });

/** What somebody was told, in order; null for everyone. */
export async function alertsOf(userId: string | null): Promise<[string, string][]> {
  const alerts = await getDb().alert.findMany({ where: { userId }, orderBy: { at: 'asc' } });
  return alerts.map(({ kind, detail }) => [kind, detail]);
}
