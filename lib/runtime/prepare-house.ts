import { createFirstRubric } from '@/lib/rubrics/mutations/create-rubric';
import { migrateJobs } from './worker-jobs';

/** What a migrated database needs before anything is served: the job tables, and a live rubric. */
export async function prepareHouse(): Promise<void> {
  await migrateJobs();
  await createFirstRubric(new Date());
}
