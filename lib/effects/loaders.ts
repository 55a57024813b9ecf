import { requirePage } from '@/lib/auth/guards';
import { readRescoreProgress } from '@/lib/scores/data';
import { readCriterionFigures, readLabels } from './data';

/** How many leads each criterion touches now, and its lift; for everyone who may read the rubric. */
export async function loadCriterionFigures() {
  await requirePage('rubric:read', '/rubric');
  return readCriterionFigures();
}

/** How far the rescoring after the last publication has come. */
export async function loadRescoreProgress() {
  await requirePage('rubric:read', '/rubric');
  return readRescoreProgress();
}

/** What fields and event types are called, for the rubric in words. */
export async function loadConditionLabels() {
  await requirePage('rubric:read', '/rubric');
  return readLabels();
}
