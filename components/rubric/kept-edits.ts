import type { StandingDraft } from '@/lib/rubrics/actions';
import type { RubricDraft } from '@/lib/rubrics/rubric-draft';

/** Edits that the server has not got, and what they were made from. */
export interface KeptEdits {
  base: StandingDraft;
  mine: RubricDraft;
}

/** Raised whenever the shape of what is kept changes: what an older release kept is passed over. */
const KEY = 'leadgrid-rubric-edits/1';

/** Keeps edits in this browser; null forgets them. A browser that keeps nothing is no fault. */
export function keepEdits(edits: KeptEdits | null): void {
  try {
    if (edits) localStorage.setItem(KEY, JSON.stringify(edits));
    else localStorage.removeItem(KEY);
  } catch {
    return;
  }
}

/** The edits that this browser kept, if any. */
export function readKeptEdits(): KeptEdits | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    return isKeptEdits(kept) ? kept : null;
  } catch {
    return null;
  }
}

// Only this file writes under the key, but people can: what is not of the shape is not believed.
function isKeptEdits(value: unknown): value is KeptEdits {
  if (!isObject(value) || !isObject(value.base)) return false;
  const { liveId, revision, draft } = value.base;
  return typeof liveId === 'string' && typeof revision === 'number' && isDraft(draft) && isDraft(value.mine);
}

function isDraft(value: unknown): value is RubricDraft {
  if (!isObject(value) || !isObject(value.rubric) || !Array.isArray(value.off)) return false;
  const { fit, intent, disqualifiers, tiers, grid } = value.rubric;
  return (
    hasGroups(fit) &&
    hasGroups(intent) &&
    Array.isArray(disqualifiers) &&
    Array.isArray(tiers) &&
    isObject(grid)
  );
}

function hasGroups(axis: unknown): boolean {
  if (!isObject(axis) || !Array.isArray(axis.groups)) return false;
  return axis.groups.every((group: unknown) => isObject(group) && Array.isArray(group.criteria));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
