import type { FlatValues } from '@/lib/intake/flat-values';
import type { LeadState } from '@/lib/generated/prisma/enums';

/** How far each state has come; who merges two leads keeps the one that is further. */
const PROGRESS: Record<Exclude<LeadState, 'disqualified'>, number> = {
  lost: 0,
  new: 1,
  working: 2,
  qualified: 3,
  won: 4,
};

/** Values that no one chooses: the merge itself says what becomes of them. */
const NOT_CHOSEN = new Set(['createdAt', 'firstEngagedAt', 'snoozedUntil']);

/** Of two instants, each possibly unknown, the earlier. */
function earlier(one: unknown, other: unknown): unknown {
  if (typeof one !== 'string') return other;
  return typeof other === 'string' && other < one ? other : one;
}

/** The state in which a merged lead stands: a rep's disqualification of the survivor stays, the other one's falls away. */
export function mergeStates(survivor: LeadState, merged: LeadState): LeadState {
  if (survivor === 'disqualified' || merged === 'disqualified') return survivor;
  return PROGRESS[merged] > PROGRESS[survivor] ? merged : survivor;
}

function isState(value: unknown): value is LeadState {
  return typeof value === 'string' && (value === 'disqualified' || value in PROGRESS);
}

/**
 * What is known of a lead once another is merged into it. What the survivor knows stays, what it does not know comes from
 * the other; of the paths in `take` the other one's value is taken. It was created, and first engaged, when the earlier
 * of the two was.
 *
 * @param take paths such as `name`, `companyId`, `state`, `attributes.title`; unknown ones are passed over.
 */
export function mergeValues(survivor: FlatValues, merged: FlatValues, take: ReadonlySet<string>): FlatValues {
  const values: Record<string, unknown> = { ...survivor };
  for (const [path, value] of Object.entries(merged)) {
    if (NOT_CHOSEN.has(path)) continue;
    if (survivor[path] === undefined || take.has(path)) values[path] = value;
  }
  const { state } = merged;
  if (!take.has('state') && isState(survivor.state) && isState(state)) {
    values.state = mergeStates(survivor.state, state);
  }
  for (const path of ['createdAt', 'firstEngagedAt']) {
    const first = earlier(survivor[path], merged[path]);
    if (first !== undefined) values[path] = first;
  }
  return values;
}
