import { rubricMarkSchema } from './schema';
import type { RubricMark } from './types';

/** What a notification says of the rubric's draft; null when it cannot be read. */
export function readRubricMark(payload: string): RubricMark | null {
  try {
    return rubricMarkSchema.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
