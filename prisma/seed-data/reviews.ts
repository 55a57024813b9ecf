import { v7 as uuidv7 } from 'uuid';
import { HOUR, MINUTE } from './random';
import type { DemoReview } from './types';

/** Why leads of low fit and high intent were left where they are. */
const NOTES = [
  'Student project, no budget.',
  'Too small for us: three people.',
  'Supplier who looks at our prices.',
  'Writes a thesis about our market.',
];

/** A lead of low fit and high intent that nobody owns. */
export interface Doubtful {
  leadId: string;
  score: number;
  fit: number;
  intent: number;
  /** Since when it is so, in milliseconds since 1970. */
  since: number;
}

/** What a manager decided about those that wait longest; the others still wait. */
export function decideReviews(waiting: readonly Doubtful[], userId: string, now: number): DemoReview[] {
  const longest = [...waiting].sort((a, b) => a.since - b.since).slice(0, NOTES.length);
  return longest.map(({ since, ...lead }, place) => {
    const at = Math.min(since + 5 * HOUR, now - 10 * MINUTE);
    const decision = 'left' as const;
    return {
      id: uuidv7({ msecs: at }),
      ...lead,
      userId,
      at: new Date(at),
      decision,
      note: NOTES[place] ?? null,
    };
  });
}
