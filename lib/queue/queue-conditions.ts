import { Prisma } from '@/lib/generated/prisma/client';
import type { z } from 'zod';
import { OPEN_STATES, type CompanySize } from '@/lib/leads/constants';
import { isAsleep, isAwake } from '@/lib/leads/is-asleep';
import { toConditions, type LeadFilter } from '@/lib/leads/lead-filter';
import type { QUEUE_TABS } from './constants';
import type { nextLeadSchema } from './schema';
import type { QueueTier } from './types';

export type QueueTab = (typeof QUEUE_TABS)[number];

export interface QueueFilter extends Segment {
  q?: string;
  /** Names of tiers; empty for every tier of the queue. */
  tiers: readonly string[];
  /** A person's id; for the team's tab. */
  owner?: string;
}

type Segment = Pick<LeadFilter, 'sources' | 'countries' | 'industries' | 'sizes' | 'addedWithin'>;

/** The queue without a filter. */
export const WHOLE_QUEUE: QueueFilter = { tiers: [] };

/** What the queue, or the next lead, is asked for, as a filter. */
export function toQueueFilter(
  search: Omit<z.output<typeof nextLeadSchema>, 'size'> & { size: readonly CompanySize[]; owner?: string },
): QueueFilter {
  const { q, tier, source, country, industry, size, added, owner } = search;
  const segment = {
    sources: source,
    countries: country,
    industries: industry,
    sizes: size,
    addedWithin: added,
  };
  return { q, tiers: tier, owner, ...segment };
}

/** The viewer and the instant that "mine", "free" and "snoozed" are meant for. */
export interface Viewpoint {
  userId: string;
  now: Date;
}

/** A lead that nobody owns, nobody holds and nobody put off. */
export function isFree(now: Date): Prisma.Sql {
  return Prisma.sql`l."ownerId" IS NULL AND (l."lockedUntil" IS NULL OR l."lockedUntil" <= ${now})
    AND ${isAwake(now)}`;
}

/** The leads a person owns, and those they hold for the moment; found by index before any other condition. */
function isMine({ userId, now }: Viewpoint): Prisma.Sql {
  return Prisma.sql`l."id" IN (
      SELECT "id" FROM "Lead" WHERE "ownerId" = ${userId}::uuid
        AND "state" = ANY(${[...OPEN_STATES]}::"LeadState"[])
      UNION SELECT "leadId" FROM "Assignment" WHERE "userId" = ${userId}::uuid AND "endedAt" IS NULL)
    AND (l."ownerId" = ${userId}::uuid
      OR (l."ownerId" IS NULL AND l."lockedById" = ${userId}::uuid AND l."lockedUntil" > ${now}))`;
}

/** The leads that somebody owns, found by index first: OFFSET 0 keeps the planner from walking the ranking instead. */
function isOwned(): Prisma.Sql {
  return Prisma.sql`l."ownerId" IS NOT NULL AND l."id" IN (
    SELECT "id" FROM "Lead" WHERE "ownerId" IS NOT NULL AND "state" = ANY(${[...OPEN_STATES]}::"LeadState"[]) OFFSET 0)`;
}

function toTabCondition(tab: QueueTab, view: Viewpoint): Prisma.Sql {
  const awake = isAwake(view.now);
  switch (tab) {
    case 'mine':
      return Prisma.sql`${isMine(view)} AND ${awake}`;
    case 'free':
      return isFree(view.now);
    case 'team':
      return Prisma.sql`${isOwned()} AND ${awake}`;
    case 'snoozed':
      return Prisma.sql`l."ownerId" = ${view.userId}::uuid AND ${isAsleep(view.now)}`;
  }
}

/** The tiers asked for, as far as they belong to the queue; all of the queue's when none does. */
export function chooseTiers(asked: readonly string[], tiers: readonly QueueTier[]): readonly QueueTier[] {
  const chosen = tiers.filter(({ name }) => asked.includes(name));
  return chosen.length > 0 ? chosen : tiers;
}

/** All leads that wait for a rep and are not put off, whoever owns them: what programs see of the queue. */
export function toWaitingConditions(
  { tiers: asked, ...filter }: QueueFilter,
  tiers: readonly QueueTier[],
  now: Date,
): Prisma.Sql[] {
  const among = asked.length === 0 ? tiers : tiers.filter(({ name }) => asked.includes(name));
  const ranks = among.map(({ rank }) => rank);
  return [
    Prisma.sql`s."tierRank" = ANY(${ranks}::smallint[])`,
    isAwake(now),
    ...toConditions({ ...filter, states: OPEN_STATES }),
  ];
}

/**
 * Of which tiers leads stand in a tab. Among their own a rep also finds what they were given of a tier that is held
 * back, after a review or by chance.
 */
function toTierCondition(tab: QueueTab, asked: readonly string[], tiers: readonly QueueTier[]): Prisma.Sql {
  const ranks = chooseTiers(asked, tiers).map(({ rank }) => rank);
  const ranked = Prisma.sql`s."tierRank" = ANY(${ranks}::smallint[])`;
  if (asked.length > 0 || tab === 'free' || tab === 'team') return ranked;
  return Prisma.sql`(${ranked} OR EXISTS (SELECT FROM "Assignment" g WHERE g."leadId" = l."id"
    AND g."endedAt" IS NULL AND g."clockFrom" IS NOT NULL))`;
}

/** One tab of the queue as conditions on "Lead" l, "LeadScore" s and "Company" c. */
export function toQueueConditions(
  tab: QueueTab,
  filter: QueueFilter,
  tiers: readonly QueueTier[],
  view: Viewpoint,
): Prisma.Sql[] {
  const { tiers: asked, owner, ...rest } = filter;
  return [
    toTierCondition(tab, asked, tiers),
    toTabCondition(tab, view),
    ...toConditions({ ...rest, states: OPEN_STATES, owner: tab === 'team' ? owner : undefined }),
  ];
}
