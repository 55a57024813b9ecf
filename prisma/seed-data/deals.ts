import { LOST_REASONS } from './content';
import type { Encounter } from './encounters';
import { workingHour } from './encounters';
import { DAY, HOUR } from './random';
import type { Random } from './random';
import type { DemoDeal } from './types';

/** A deal with the encounter it came from, and how it ends or will end. */
export interface Deal {
  row: DemoDeal;
  encounter: Encounter;
  willWin: boolean;
}

/** Stages of an open deal, in order. */
const OPEN_STAGES = ['Discovery', 'Demo held', 'Proposal', 'Negotiation'] as const;

/**
 * Log-odds of winning: fit and intent as they really were, not as any rubric sees them, and chance.
 * The numbers give more than one win in five, most of them where both are high.
 */
const WIN = { base: -9.4, quality: 7.4, heat: 5.4, noise: 0.5 };

/** The deals that encounters led to. Those that would close after `now` are open. */
export function drawDeals(random: Random, encounters: readonly Encounter[], now: number): Deal[] {
  const deals: Deal[] = [];
  for (const encounter of encounters) {
    const opened = random.chance(0.6 + 0.28 * encounter.heat);
    const createdAt = workingHour(random, encounter.at + HOUR + Math.min(25, random.exponential(4)) * DAY);
    if (opened && createdAt < now - HOUR)
      deals.push(drawDeal(random, encounter, createdAt, deals.length, now));
  }
  return deals;
}

function drawDeal(random: Random, encounter: Encounter, createdAt: number, index: number, now: number): Deal {
  const { person, rep } = encounter;
  const willWin = random.chance(winProbability(random, encounter));
  const cycle = Math.min(120, Math.max(20, random.logNormal(willWin ? 46 : 56, 0.42)));
  const closesAt = workingHour(random, createdAt + cycle * DAY);
  const closed = closesAt < now - HOUR;
  const account = person.company?.row.name ?? person.row.name;
  const stage =
    OPEN_STAGES[Math.min(3, Math.floor(((now - createdAt) / (closesAt - createdAt)) * 4))] ?? 'Discovery';
  const row: DemoDeal = {
    id: random.idAt(createdAt),
    source: 'demo',
    externalId: `D-${String(index + 1).padStart(5, '0')}`,
    name: `${account}, ${random.weighted(PRODUCTS, ({ weight }) => weight).name}`,
    leadId: person.row.id,
    companyId: person.row.companyId,
    ownerId: rep.id,
    stage: closed ? (willWin ? 'Closed won' : 'Closed lost') : stage,
    outcome: closed ? (willWin ? 'won' : 'lost') : 'open',
    amount: drawAmount(random, person.company?.employees ?? 5),
    currency: 'EUR',
    lostReason: closed && !willWin ? random.weighted(LOST_REASONS, ({ weight }) => weight).reason : null,
    createdAt: new Date(createdAt),
    closedAt: closed ? new Date(closesAt) : null,
    engagedAt: new Date(encounter.at),
    engagementBasis: 'touch',
  };
  return { row, encounter, willWin };
}

const PRODUCTS = [
  { name: 'Team plan', weight: 5 },
  { name: 'Business plan', weight: 4 },
  { name: 'Enterprise plan', weight: 2 },
  { name: 'pilot', weight: 2 },
];

function winProbability(random: Random, { person, heat }: Encounter): number {
  const logOdds = WIN.base + WIN.quality * person.quality + WIN.heat * heat + random.normal(0, WIN.noise);
  return 1 / (1 + Math.exp(-logOdds));
}

/** First-year value: larger companies buy more seats, less than in proportion. */
function drawAmount(random: Random, employees: number): number {
  return Math.max(900, Math.round(random.logNormal(1_150 * employees ** 0.47, 0.45) / 50) * 50);
}
