import { parseRubric } from '@/lib/scoring/rubric';
import type { ParsedRubric } from '@/lib/scoring/types';

/** A rubric read from a file, or every fault with its path. */
export type RubricFile = ParsedRubric;

/** Longer files are no rubrics. */
const MOST_CHARACTERS = 900_000;

/** Reads the text of a rubric file; what is not JSON has its fault named too. */
export function readRubricFile(text: string): RubricFile {
  if (text.length > MOST_CHARACTERS) return refuse('The file is too large for a rubric.');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return refuse(`This is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return parseRubric(json);
}

function refuse(message: string): RubricFile {
  return { ok: false, issues: [{ path: '', message }] };
}
