import type { TaskKind } from '@/lib/routing-tasks/plan-tasks';
import type { TierAction } from '@/lib/scoring/types';

/** What is to be done about a lead whose score changed. */
export type Step =
  /** It is in a routed tier: route it, and let the clock run. */
  | 'arrive'
  /** It is in none any more: no answer is due. */
  | 'stop'
  /** It is a new lead of a held tier, which may be drawn. */
  | 'draw'
  /** It is nurtured, and its intent may have risen enough. */
  | 'watch';

interface Standing {
  /** Null when the rubric no longer knows its tier. */
  action: TierAction | null;
  /** Whether it waits for a rep: neither won, lost, qualified nor disqualified. */
  open: boolean;
  held: boolean;
  due: boolean;
}

/**
 * What is to be done about a lead, by what has happened to its score and how it stands now: what it only passed through
 * meanwhile counts for nothing.
 */
export function planLead(kinds: ReadonlySet<TaskKind>, { action, open, held, due }: Standing): Step | null {
  if (action === 'route') return open && kinds.has('came') ? 'arrive' : null;
  if (due) return 'stop';
  if (!open) return null;
  if (action === 'hold' && kinds.has('held') && !held) return 'draw';
  return action === 'nurture' && kinds.has('rose') ? 'watch' : null;
}
