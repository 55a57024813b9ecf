import { afterAll, beforeEach } from 'vitest';
import type { Rubric } from '@/lib/scoring/types';
import { clearDatabase } from './clear-database';
import { clearJobs, leaveHouse, setLiveRubric } from './score-fixtures';

/** Begins each test in an empty house that scores by a rubric, with no job waiting. */
export function scoreBy(rubric: Rubric): void {
  beforeEach(async () => {
    await clearDatabase();
    await clearJobs();
    await setLiveRubric(rubric);
  });
  afterAll(leaveHouse);
}
