import { parseRubric } from '@/lib/scoring/rubric';
import type { Issue, Rubric } from '@/lib/scoring/types';
import { activeRubric, criterionKey, disqualifierKey, type RubricDraft } from './rubric-draft';

/** What is wrong with one thing of a draft. `field` is the path within it, such as `label` or `when.all[0].value`. */
export interface Fault {
  field: string;
  message: string;
}

/** Faults by what they are in: a criterion's or disqualifier's key, `group ID`, or the path of anything else. */
export type Faults = ReadonlyMap<string, readonly Fault[]>;

export interface CheckedDraft {
  /** What would score leads; null when something is wrong. */
  active: Rubric | null;
  faults: Faults;
}

/** Under which key the faults of a group are found. */
export function groupKey(id: string): string {
  return `group ${id}`;
}

/** Checks a draft as the format wants rubrics to be, and says where what is wrong. */
export function checkDraft(draft: RubricDraft): CheckedDraft {
  const parsed = parseRubric(draft.rubric);
  if (parsed.ok) return { active: activeRubric(draft), faults: new Map() };
  const faults = new Map<string, Fault[]>();
  for (const issue of parsed.issues) {
    const { key, field } = locate(draft.rubric, issue);
    const fault = { field, message: sayFault(issue.message) };
    faults.set(key, [...(faults.get(key) ?? []), fault]);
  }
  return { active: null, faults };
}

const IN_GROUP = /^(fit|intent)\.groups\[(\d+)\](?:\.criteria\[(\d+)\])?\.?(.*)$/;
const IN_DISQUALIFIER = /^disqualifiers\[(\d+)\]\.?(.*)$/;

function locate(rubric: Rubric, { path }: Issue): { key: string; field: string } {
  const [, axis, groupPlace, criterionPlace, field = ''] = IN_GROUP.exec(path) ?? [];
  if (axis === 'fit' || axis === 'intent') {
    const group = rubric[axis].groups[Number(groupPlace)];
    if (criterionPlace === undefined) return { key: groupKey(group?.id ?? ''), field };
    return { key: criterionKey(group?.criteria[Number(criterionPlace)]?.id ?? ''), field };
  }
  const [, place, rest = ''] = IN_DISQUALIFIER.exec(path) ?? [];
  if (place === undefined) return { key: path, field: '' };
  return { key: disqualifierKey(rubric.disqualifiers[Number(place)]?.id ?? ''), field: rest };
}

/** A fault as a sentence. */
function sayFault(message: string): string {
  const sentence = message.charAt(0).toUpperCase() + message.slice(1);
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
