import type { LearnResult } from './write-result';

/** One page of HTML about what was learned. */
export function writeReport(result: LearnResult): string {
  return `<!doctype html><title>${result.rubric.name}</title>`;
}
