import { clsx } from 'clsx';
import type { Quadrant } from '@/lib/scoring/types';

/** A quadrant in words, and what is done with the leads in it. */
export const QUADRANT_WORDS: Record<Quadrant, { name: string; action: string }> = {
  route_now: { name: 'Route now', action: 'An owner at once, an answer in time' },
  nurture: { name: 'Nurture', action: 'Right company, not asking yet: campaigns' },
  review: { name: 'Review by hand', action: 'Asking, not a usual buyer: look first' },
  deprioritize: { name: 'Deprioritize', action: 'No selling time' },
};

/** Who moved, in words: "Nurture to Route now this week", "New in Nurture this week". */
export function nameMove({ from, to }: { from: Quadrant | null; to: Quadrant }): string {
  const into = QUADRANT_WORDS[to].name;
  return from === null ? `New in ${into} this week` : `${QUADRANT_WORDS[from].name} to ${into} this week`;
}

export interface QuadrantLabelProps {
  quadrant: Quadrant;
  className?: string;
}

/** The name of a quadrant; "Route now" in the colour of A. */
export function QuadrantLabel({ quadrant, className }: QuadrantLabelProps) {
  return (
    <span className={clsx(quadrant === 'route_now' && 'font-strong text-tier-a', className)}>
      {QUADRANT_WORDS[quadrant].name}
    </span>
  );
}
