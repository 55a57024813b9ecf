import type { Condition, Rubric } from '@/lib/scoring/types';

/** The disqualifier that holds the competitors' domains. */
const COMPETITOR = { id: 'competitor', label: 'Works for a competitor' };

const LONGEST_NOTE = 1_500;

/**
 * The competitors' e-mail domains that a rubric disqualifies; empty when it names none, null when its condition says
 * more than a list of domains does.
 */
export function readCompetitors(rubric: Rubric): readonly string[] | null {
  const found = rubric.disqualifiers.find(({ id }) => id === COMPETITOR.id);
  return found ? readDomains(found.when) : [];
}

function readDomains(condition: Condition): readonly string[] | null {
  if (!('field' in condition) || condition.field !== 'email.domain') return null;
  if (condition.op !== 'in' && condition.op !== 'eq') return null;
  const values = Array.isArray(condition.value) ? condition.value : [condition.value];
  return values.every((value) => typeof value === 'string') ? values : null;
}

/** The rubric with these competitors; without any it has no such disqualifier. The rubric given stays as it was. */
export function withCompetitors(rubric: Rubric, domains: readonly string[]): Rubric {
  const others = rubric.disqualifiers.filter(({ id }) => id !== COMPETITOR.id);
  if (domains.length === 0) return { ...rubric, disqualifiers: others };
  const before = rubric.disqualifiers.find(({ id }) => id === COMPETITOR.id) ?? COMPETITOR;
  const when: Condition = { field: 'email.domain', op: 'in', value: [...domains] };
  const place = Math.max(
    0,
    rubric.disqualifiers.findIndex(({ id }) => id === COMPETITOR.id),
  );
  return { ...rubric, disqualifiers: others.toSpliced(place, 0, { ...before, when }) };
}

/** What changed between two lists, as the note of the version that changes it; null when nothing did. */
export function noteCompetitors(before: readonly string[], after: readonly string[]): string | null {
  const added = after.filter((domain) => !before.includes(domain));
  const removed = before.filter((domain) => !after.includes(domain));
  if (added.length + removed.length === 0) return null;
  const tell = (verb: string, domains: readonly string[], words: string) =>
    domains.length > 0 ? [`${verb} ${words}`] : [];
  const names = [...tell('added', added, added.join(', ')), ...tell('removed', removed, removed.join(', '))];
  const note = `Competitors: ${names.join('; ')}.`;
  if (note.length <= LONGEST_NOTE) return note;
  return `Competitors: ${added.length} domains added, ${removed.length} removed.`;
}
