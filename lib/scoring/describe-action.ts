import { describeNumber, lowerFirst } from './describe';
import type { LiftAction } from './lift-actions';

function describeTimes({ times, by, completes, again }: LiftAction): string {
  if (completes) return `: ${describeNumber(times)} more${by === 'colleagues' ? ' people' : ''}`;
  return `${again ? ' again' : ''}${times > 1 && by !== 'colleagues' ? `, ${describeNumber(times)} times` : ''}`;
}

/**
 * Something that could still happen or be learned, in words, after its criterion's name.
 *
 * @example 'Requested a demo again', 'Pricing page, 3 visits in a week: 2 more', 'We learned: head of sales'
 */
export function describeAction(action: LiftAction): string {
  if (action.kind === 'fact') return `We learned: ${lowerFirst(action.label)}`;
  if (action.kind === 'heard') return `Heard from again, no longer: ${lowerFirst(action.label)}`;
  return `${action.label}${describeTimes(action)}`;
}
