import type { Rubric } from '@/lib/scoring/types';

/** Hands the rubric to the browser as a file, from memory: for edits that the server did not take. */
export function downloadRubric(rubric: Rubric): void {
  const blob = new Blob([`${JSON.stringify(rubric, null, 2)}\n`], { type: 'application/json' });
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = 'rubric-not-saved.json';
  link.click();
  URL.revokeObjectURL(address);
}
