import { planClock } from '@/lib/response/plan-clock';
import type { Answering } from '@/lib/response/types';
import { workingTimeBetween } from '@/lib/response/working-time';
import type { DemoAssignment, DemoAssignmentRow } from './types';

/** By what assignments are explained. */
export interface Accounts {
  companyOf: (leadId: string) => { id: string; name: string } | null;
  /** Tiers that are routed. */
  routed: ReadonlySet<string>;
  /** Since when, in milliseconds since 1970, leads that nobody has answered are in a routed tier. */
  cameAt: ReadonlyMap<string, number>;
  managerName: string;
  answering: Answering;
}

/** An assignment with the rule that made it; null when a person did. */
export interface Explained {
  row: DemoAssignmentRow;
  rule: string | null;
}

type Tiered = DemoAssignment & { tier: string; sampled: boolean };

/** Why somebody got a lead: routed ones go to whoever knows the account, others are taken or passed on. */
function explain({ tier, way }: Tiered, known: number, company: string, { routed, managerName }: Accounts) {
  if (!routed.has(tier)) {
    return {
      rule: null,
      reason: way === 'given' ? `passed on by ${managerName}` : 'took it from the free list',
    };
  }
  if (way === 'taken' || known === 0) return { rule: null, reason: 'took the next lead' };
  const leads = `${known} other ${known === 1 ? 'lead' : 'leads'}`;
  return { rule: 'Known accounts', reason: `Owner of the account: has ${leads} of ${company}` };
}

/** The response clock of an assignment: since when it runs, until when, and the working time that the answer took. */
function timeAnswer({ leadId, userId, tier, assignedAt, firstTouchAt, endedAt }: Tiered, accounts: Accounts) {
  const { routed, cameAt, answering } = accounts;
  const waitsSince = firstTouchAt === null && endedAt === null ? cameAt.get(leadId) : undefined;
  const from = waitsSince ?? (routed.has(tier) ? assignedAt.getTime() : null);
  if (from === null) return { clockFrom: null, respondBy: null, workingMs: null };
  const hours = answering.hoursOf(userId);
  return {
    clockFrom: new Date(from),
    respondBy: new Date(planClock(from, tier, answering.response, hours).respondBy),
    workingMs: firstTouchAt && workingTimeBetween(from, firstTouchAt.getTime(), hours),
  };
}

/** Says of assignments why they were made, and how long the answer took; in the order in which they were made. */
export function explainAssignments(assignments: readonly Tiered[], accounts: Accounts): Explained[] {
  const counts = new Map<string, number>();
  const inOrder = [...assignments].sort((a, b) => a.assignedAt.getTime() - b.assignedAt.getTime());
  return inOrder.map((assignment) => {
    const { id, leadId, userId, tier, sampled, assignedAt, firstTouchAt, endedAt } = assignment;
    const company = accounts.companyOf(leadId);
    const key = `${company?.id ?? leadId} ${userId}`;
    const known = counts.get(key) ?? 0;
    counts.set(key, known + 1);
    const { rule, reason } = explain(assignment, known, company?.name ?? '', accounts);
    const row = { id, leadId, userId, tier, sampled, reason, assignedAt, firstTouchAt, endedAt };
    return { row: { ...row, ...timeAnswer(assignment, accounts) }, rule };
  });
}
