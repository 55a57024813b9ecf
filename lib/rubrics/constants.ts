/**
 * Postgres advisory locks, by the number they are taken under. Whoever changes what leads are scored from holds `facts`
 * shared until commit; publishing holds it alone, so that no change is judged by a rubric that has just been replaced.
 * Whoever routes leads holds `routing`: one at a time, so that everyone's load is known.
 */
export const LOCKS = { facts: 7_201_001, schedule: 7_201_002, routing: 7_201_003 } as const;

/** The channel of Postgres that tells who edits the draft, and that it changed. */
export const RUBRIC_CHANNEL = 'leadgrid_rubric';

/** The number of a draft: it gets its own when it is published, and a rubric has at most one. */
export const DRAFT_NUMBER = 0;
