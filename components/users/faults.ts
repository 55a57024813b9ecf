import type { ActionResult } from '@/lib/server/actions';

/** What was wrong, by the field of the form; `other` belongs to none. */
export type Faults = Partial<Record<'name' | 'email' | 'password' | 'other', string>>;

const FIELDS = ['name', 'email', 'password'] as const;

/** Sorts an action's refusal to the fields of the form that it is about. */
export function faultsByPath(answer: Extract<ActionResult<unknown>, { ok: false }>): Faults {
  const faults: Faults = {};
  for (const field of FIELDS) {
    faults[field] = answer.issues.find((issue) => issue.path === field)?.message;
  }
  return FIELDS.some((field) => faults[field]) ? faults : { other: answer.message };
}
