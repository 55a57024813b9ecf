import { requirePage } from '@/lib/auth/guards';
import { findConditionFields } from './data';

/** What conditions of the rubric can be about, for whoever edits it. */
export async function loadConditionFields() {
  await requirePage('rubric:write', '/rubric');
  return findConditionFields();
}
