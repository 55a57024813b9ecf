import { getDb } from '@/lib/server/db';

/** Who was last given a lead, or why nobody was. */
export interface Given {
  /** Null when it was left free. */
  name: string | null;
  /** In words: "Owner of the account: has 2 other leads of Acme". */
  reason: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** Why whoever has a lead has it, or why the router left it free; null when nothing was decided about it. */
export async function findGiven(leadId: string): Promise<Given | null> {
  const db = getDb();
  const [assignment, routing] = await Promise.all([
    db.assignment.findFirst({
      where: { leadId, endedAt: null },
      orderBy: { assignedAt: 'desc' },
      select: { reason: true, assignedAt: true, user: { select: { name: true } } },
    }),
    db.routing.findFirst({
      where: { leadId },
      orderBy: [{ at: 'desc' }, { decidedAt: 'desc' }],
      select: { reason: true, decidedAt: true, outcome: true },
    }),
  ]);
  if (assignment) {
    const { user, reason, assignedAt } = assignment;
    return { name: user.name, reason, at: assignedAt.getTime() };
  }
  if (routing?.outcome !== 'free') return null;
  return { name: null, reason: routing.reason, at: routing.decidedAt.getTime() };
}
