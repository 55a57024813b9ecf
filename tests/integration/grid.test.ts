import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeadState, Quadrant } from '@/lib/generated/prisma/enums';
import { countGrid, countMovement, listPoints, summariseSelection } from '@/lib/grid/data';
import { gridSearchSchema } from '@/lib/grid/schema';
import type { Selection } from '@/lib/grid/types';
import { LEAD_STATES, QUADRANTS } from '@/lib/leads/constants';
import { findLiveVersion } from '@/lib/rubrics/data';
import { closeDb, getDb } from '@/lib/server/db';
import { Random } from '@/prisma/seed-data/random';
import { clearDatabase } from '../support/clear-database';

const NOW = new Date();
const DAY_MS = 86_400_000;
const WEEK_AGO = new Date(NOW.getTime() - 7 * DAY_MS);
const TIERS = ['A', 'B', 'C'];

interface Made {
  id: string;
  source: string;
  country: string | null;
  companyCountry: string;
  ownerId: string | null;
  state: LeadState;
  fit: number;
  intent: number;
  score: number;
  tier: string;
  quadrant: Quadrant;
  disqualified: boolean;
  merged: boolean;
  /** Quadrants within the last week, oldest first, with the one before; empty when nothing moved. */
  path: { before: Quadrant | null; after: Quadrant; at: Date }[];
}

let leads: Made[] = [];
let ownerId = '';

/** Merging takes a lead's score away. */
const isScored = ({ merged }: Made) => !merged;

function pick<T>(random: Random, from: readonly [T, ...T[]]): T {
  return from[Math.floor(random.next() * from.length)] ?? from[0];
}

function quadrantOf(fit: number, intent: number): Quadrant {
  if (fit >= 52) return intent >= 41 ? 'route_now' : 'nurture';
  return intent >= 41 ? 'review' : 'deprioritize';
}

function makePath(random: Random, last: Quadrant): Made['path'] {
  const steps = Math.floor(random.next() * 4);
  const before = random.next() < 0.2 ? null : pick(random, QUADRANTS);
  const path: Made['path'] = [];
  for (let step = 0; step < steps; step += 1) {
    const at = new Date(WEEK_AGO.getTime() + ((step + 0.5) / steps) * 7 * DAY_MS);
    const from = path.at(-1)?.after ?? before;
    path.push({ before: from, after: step === steps - 1 ? last : pick(random, QUADRANTS), at });
  }
  return path;
}

function makeLead(random: Random, id: string): Made {
  const fit = Math.floor(random.next() * 101);
  const intent = Math.floor(random.next() * 101);
  const disqualified = random.next() < 0.1;
  const quadrant = disqualified ? 'deprioritize' : quadrantOf(fit, intent);
  const score = Math.round((fit + intent) / 2);
  return {
    id,
    source: pick(random, ['Webinar', 'Google Ads', 'Referral']),
    country: random.next() < 0.5 ? pick(random, ['Germany', 'Norway']) : null,
    companyCountry: 'Austria',
    ownerId: random.next() < 0.4 ? ownerId : null,
    state: pick(random, LEAD_STATES),
    ...{ fit, intent, score, quadrant, disqualified },
    tier: disqualified || score < 40 ? 'C' : score < 70 ? 'B' : 'A',
    merged: random.next() < 0.05,
    path: makePath(random, quadrant),
  };
}

async function store(rows: readonly Made[], companyId: string, rubricVersionId: string): Promise<void> {
  const [first] = rows;
  await getDb().lead.createMany({
    data: rows.map(({ id, source, country, ownerId: owner, state }) => ({
      id,
      name: `Lead ${id}`,
      email: `${id}@norskvarme.example`,
      emailKey: `${id}@norskvarme.example`,
      source: 'crm',
      externalId: id,
      companyId,
      ownerId: owner,
      state,
      attributes: { leadSource: source, ...(country === null ? {} : { country }) },
    })),
  });
  await getDb().lead.updateMany({
    where: { id: { in: rows.filter(({ merged }) => merged).map(({ id }) => id) } },
    data: { mergedIntoId: first?.id ?? null },
  });
  await getDb().leadScore.createMany({
    data: rows.filter(isScored).map(({ id, fit, intent, score, tier, quadrant, disqualified }) => ({
      leadId: id,
      rubricVersionId,
      ...{ fit, intent, score, tier, quadrant },
      tierRank: TIERS.indexOf(tier),
      disqualifiedBy: disqualified ? ['competitor'] : [],
      evidence: new Uint8Array(),
      tierSince: NOW,
      scoredAt: NOW,
    })),
  });
  const older = new Date(WEEK_AGO.getTime() - 1);
  await getDb().scoreChange.createMany({
    data: rows.flatMap(({ id, fit, intent, score, tier, path }) =>
      // A change just before the week must not be seen.
      [{ before: null, after: 'review' as const, at: older }, ...path].map(({ before, after, at }) => ({
        leadId: id,
        rubricVersionId,
        at,
        cause: 'event' as const,
        ...{ fit, intent, score, tier },
        quadrant: after,
        quadrantBefore: before,
        contributions: [],
        moved: [],
      })),
    ),
  });
}

beforeAll(async () => {
  await clearDatabase();
  const version = await findLiveVersion();
  const owner = await getDb().user.create({
    data: { name: 'Maya Krause', email: 'maya@leadgrid.example', role: 'rep', passwordHash: 'none' },
  });
  ownerId = owner.id;
  const company = await getDb().company.create({
    data: {
      name: 'Norsk Varme',
      domain: 'norskvarme.example',
      attributes: { country: 'Austria', industry: 'Energy', employees: 120 },
    },
  });
  const random = new Random(7);
  const idAt = (index: number) => `0198a1b2-0000-7000-8000-${String(index).padStart(12, '0')}`;
  leads = Array.from({ length: 2600 }, (_, index) => makeLead(random, idAt(index)));
  leads = leads.map((lead, index) => (index === 0 ? { ...lead, merged: false } : lead));
  await store(leads, company.id, version?.id ?? '');
});

afterAll(closeDb);

const FILTERS: readonly { params: Record<string, string>; keep: (lead: Made) => boolean }[] = [
  { params: {}, keep: () => true },
  { params: { owner: 'none' }, keep: (lead) => lead.ownerId === null },
  { params: { owner: 'me' }, keep: () => true },
  { params: { source: 'Webinar,Referral' }, keep: ({ source }) => source !== 'Google Ads' },
  { params: { country: 'Austria' }, keep: (lead) => (lead.country ?? lead.companyCountry) === 'Austria' },
  {
    params: { tier: 'A,B', state: 'new,working' },
    keep: ({ tier, state }) => tier !== 'C' && ['new', 'working'].includes(state),
  },
  { params: { industry: 'Energy', size: '51-200,5001+', added: '7' }, keep: () => true },
  { params: { size: '11-50', source: 'Webinar' }, keep: () => false },
  { params: { industry: 'Retail' }, keep: () => false },
  { params: { tier: 'D' }, keep: () => false },
  { params: { state: 'dreaming', fit: '90-10', owner: "x' OR 1=1" }, keep: () => true },
];

describe.each(FILTERS)('the grid with $params', ({ params, keep }) => {
  const search = gridSearchSchema.parse(params);
  const kept = () => leads.filter((lead) => !lead.merged && keep(lead));

  it('counts total, quadrants and cells as one by one', async () => {
    const counts = await countGrid(search);
    expect(counts.total).toBe(kept().length);
    expect(counts.disqualified).toBe(kept().filter(({ disqualified }) => disqualified).length);
    for (const quadrant of QUADRANTS) {
      expect(counts.quadrants[quadrant]).toBe(kept().filter((lead) => lead.quadrant === quadrant).length);
    }
    const drawn = kept().filter(({ disqualified }) => !disqualified);
    const expected = new Map<string, number>();
    for (const { fit, intent } of drawn) {
      const key = `${Math.min(19, Math.floor(fit / 5))} ${Math.min(19, Math.floor(intent / 5))}`;
      expected.set(key, (expected.get(key) ?? 0) + 1);
    }
    expect(new Map(counts.cells.map(({ x, y, count }) => [`${x} ${y}`, count]))).toEqual(expected);
  });

  it('follows each lead from where it was to where it is', async () => {
    const movement = await countMovement(search, WEEK_AGO);
    const journeys = kept().flatMap(({ path }) => {
      const [first, last] = [path[0], path.at(-1)];
      return first && last && first.before !== last.after ? [[first.before, last.after] as const] : [];
    });
    expect(movement.crossed).toBe(journeys.filter(([before]) => before !== null).length);
    expect(movement.added).toBe(journeys.filter(([before]) => before === null).length);
    for (const from of QUADRANTS) {
      for (const to of QUADRANTS) {
        const count = journeys.filter(([before, after]) => before === from && after === to).length;
        expect(movement.moves[from][to]).toBe(count);
      }
    }
  });

  it('lists those who moved', async () => {
    const movement = await countMovement(search, WEEK_AGO);
    const ids = new Set(kept().map(({ id }) => id));
    const list = (from: Quadrant | null, to: Quadrant) =>
      summariseSelection(search, { kind: 'move', move: { from, to } });
    const risen = await list('nurture', 'route_now');
    expect(risen.count).toBe(movement.moves.nurture.route_now);
    expect(risen.leads.every(({ id }) => ids.has(id))).toBe(true);
    expect((await list(null, 'nurture')).count).toBe(movement.fresh.nurture);
  });

  it('draws at most 2,000 dots, none of them disqualified', async () => {
    const points = await listPoints(search);
    const drawn = kept().filter(({ disqualified }) => !disqualified);
    expect(points).toHaveLength(Math.min(2000, drawn.length));
    const known = new Set(drawn.map(({ id }) => id));
    expect(points.every(({ id }) => known.has(id))).toBe(true);
  });
});

const SELECTIONS: readonly { selection: Selection; inside: (lead: Made) => boolean }[] = [
  {
    selection: { kind: 'quadrant', quadrant: 'route_now' },
    inside: ({ quadrant }) => quadrant === 'route_now',
  },
  {
    selection: { kind: 'range', fit: { low: 60, high: 64 }, intent: { low: 30, high: 34 } },
    inside: ({ fit, intent }) => fit >= 60 && fit <= 64 && intent >= 30 && intent <= 34,
  },
  {
    selection: { kind: 'range', fit: { low: 95, high: 100 }, intent: { low: 0, high: 100 } },
    inside: ({ fit }) => fit >= 95,
  },
];

describe.each(SELECTIONS)('what is chosen by $selection', ({ selection, inside }) => {
  it.each(['none', undefined])(
    'is counted, summed by tier and listed by score, of owner %s',
    async (owner) => {
      const search = gridSearchSchema.parse({ owner });
      const summary = await summariseSelection(search, selection);
      const chosen = leads
        .filter(isScored)
        .filter((lead) => inside(lead) && (owner === undefined || lead.ownerId === null));
      expect(chosen.length).toBeGreaterThan(0);
      expect(summary.count).toBe(chosen.length);
      expect(summary.disqualified).toBe(chosen.filter(({ disqualified }) => disqualified).length);
      for (const { tier, count } of summary.tiers) {
        expect(count).toBe(chosen.filter((lead) => lead.tier === tier).length);
      }
      const scores = chosen.map(({ score }) => score).sort((a, b) => b - a);
      expect(summary.leads.map(({ score }) => score?.score)).toEqual(scores.slice(0, 10));
      const rising = scores.toReversed();
      expect(summary.medianScore).toBe(rising[Math.ceil(rising.length / 2) - 1]);
    },
  );
});

describe('a chosen part without leads', () => {
  it('is empty, not wrong', async () => {
    const search = gridSearchSchema.parse({ tier: 'D' });
    expect(await summariseSelection(search, { kind: 'quadrant', quadrant: 'review' })).toEqual({
      count: 0,
      disqualified: 0,
      tiers: [],
      medianScore: null,
      leads: [],
    });
  });
});
