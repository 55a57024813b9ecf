import { findHours } from '@/lib/response/find-hours';
import type { Tier } from '@/lib/scoring/types';
import { startClocks, type Unanswered } from './clocks';
import { explainAssignments, type Explained } from './explain-assignments';
import { decideReviews } from './reviews';
import { tellOfRises } from './rises';
import type {
  DemoAlert,
  DemoAssignment,
  DemoAssignmentRow,
  DemoData,
  DemoLead,
  DemoReview,
  DemoRoutingRow,
} from './types';

/** How a lead scores today, and how that came. Instants as ISO texts. */
export interface ScoredToday {
  score: {
    leadId: string;
    fit: number;
    intent: number;
    score: number;
    tier: string;
    quadrant: string;
    tierSince: string;
  };
  changes: readonly { leadId: string; at: string; tier: string; quadrant: string; intent: number }[];
}

/** What followed from the scores: who was given what and why, whose clocks run, what people were told and decided. */
export interface DemoWork {
  assignments: DemoAssignmentRow[];
  routings: DemoRoutingRow[];
  alerts: DemoAlert[];
  reviews: DemoReview[];
}

export interface WorkFacts {
  data: DemoData;
  assignments: readonly (DemoAssignment & { tier: string; sampled: boolean })[];
  scored: readonly ScoredToday[];
  /** Of the live rubric. */
  tiers: readonly Tier[];
  /** Milliseconds since 1970. */
  now: number;
}

const isOpen = ({ state }: DemoLead) => state === 'new' || state === 'working';

const namesOf = (tiers: readonly Tier[], action: Tier['action']) =>
  new Set(tiers.flatMap((tier) => (tier.action === action ? tier.name : [])));

/** Open leads of a routed tier that nobody has answered, with whoever has them. */
function listUnanswered({ data, scored }: WorkFacts, routed: ReadonlySet<string>) {
  const leads = new Map(data.leads.map((lead) => [lead.id, lead]));
  return scored.flatMap(({ score: { leadId, tier, tierSince } }) => {
    const lead = leads.get(leadId);
    if (!lead || !isOpen(lead) || lead.firstEngagedAt !== null || !routed.has(tier)) return [];
    return { leadId, tier, tierSince: Date.parse(tierSince), ownerId: lead.ownerId };
  });
}

function toHolder(
  data: DemoData,
  ownerId: string | null,
  explained: Explained | undefined,
): Unanswered['holder'] {
  const owner = data.users.find(({ id }) => id === ownerId);
  if (!owner || !explained) return null;
  const { row, rule } = explained;
  return { id: owner.id, name: owner.name, since: row.assignedAt.getTime(), rule, reason: row.reason };
}

/** Leads of low fit and high intent that nobody owns, and since when they are so. */
function listDoubtful({ data, scored, now }: WorkFacts) {
  const free = new Set(
    data.leads.filter((lead) => isOpen(lead) && lead.ownerId === null).map(({ id }) => id),
  );
  return scored.flatMap(({ score: { leadId, fit, intent, score, quadrant }, changes }) => {
    if (quadrant !== 'review' || !free.has(leadId)) return [];
    const before = changes.findLastIndex((change) => change.quadrant !== 'review');
    const since = changes[before + 1]?.at;
    return { leadId, score, fit, intent, since: since === undefined ? now : Date.parse(since) };
  });
}

/** Lets people work by the demo's rules and clocks, as the scores had it. */
export function tellWork(facts: WorkFacts): DemoWork {
  const { data, assignments, scored, tiers, now } = facts;
  const { routing, response } = data.routing;
  const hoursOf = (userId: string | null) => findHours(userId, routing.teams, response.hours);
  const answering = { response, hoursOf };
  const managers = data.users.filter(({ role }) => role === 'manager');
  const routed = namesOf(tiers, 'route');
  const unanswered = listUnanswered(facts, routed);
  const leads = new Map(data.leads.map((lead) => [lead.id, lead]));
  const companies = new Map(data.companies.map((company) => [company.id, company]));
  const explained = explainAssignments(assignments, {
    companyOf: (leadId) => companies.get(leads.get(leadId)?.companyId ?? '') ?? null,
    routed,
    cameAt: new Map(unanswered.map(({ leadId, tierSince }) => [leadId, tierSince])),
    managerName: managers[0]?.name ?? '',
    answering,
  });
  const open = new Map(
    explained.filter(({ row }) => row.endedAt === null).map((one) => [one.row.leadId, one]),
  );
  const clocks = startClocks(
    unanswered.map(({ ownerId, ...lead }) => ({
      ...lead,
      holder: toHolder(data, ownerId, open.get(lead.leadId)),
    })),
    { answering, managerIds: managers.map(({ id }) => id), now },
  );
  const changes = scored
    .flatMap((one) => one.changes)
    .map((change) => ({ ...change, at: Date.parse(change.at) }));
  const ownerOf = (leadId: string) => leads.get(leadId)?.ownerId ?? null;
  const rises = tellOfRises(changes, namesOf(tiers, 'nurture'), routing.nurture, ownerOf, now);
  return {
    assignments: explained.map(({ row }) => row),
    routings: clocks.routings,
    alerts: [...clocks.alerts, ...rises],
    reviews: decideReviews(listDoubtful(facts), managers[0]?.id ?? '', now),
  };
}
