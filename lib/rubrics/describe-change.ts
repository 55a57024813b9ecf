import { describeNumber } from '@/lib/scoring/describe';
import type { RubricChange } from './list-changes';

/** What became of something, where no figure says it. */
export const CHANGE_WORDS = {
  added: 'added',
  removed: 'removed',
  changed: 'counts otherwise',
  renamed: 'renamed',
  moved: 'moved',
  switchedOff: 'switched off',
  switchedOn: 'switched on',
} as const;

/** Changes that an entry of the audit log names; how many more there are is said. */
const MOST_NAMED = 30;

const say = (figure: number | null | undefined) =>
  figure === null || figure === undefined ? 'none' : describeNumber(figure);

/** A change in words: "Requested a demo: 40 → 30", "Raised funding: removed". */
export function describeChange(change: RubricChange): string {
  const { what, kind, before, after } = change;
  return kind === 'figure' ? `${what}: ${say(before)} → ${say(after)}` : `${what}: ${CHANGE_WORDS[kind]}`;
}

/** Changes as the audit log keeps them. */
export function describeChanges(changes: readonly RubricChange[]): string[] {
  const named = changes.slice(0, MOST_NAMED).map(describeChange);
  const rest = changes.length - named.length;
  return rest > 0 ? [...named, `${rest} more`] : named;
}
