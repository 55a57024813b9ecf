import type { Encounter } from './encounters';
import type { Random } from './random';
import type { DemoAssignment } from './types';

const WAYS = [
  { way: 'given', weight: 9 },
  { way: 'taken', weight: 3 },
] as const;

/**
 * The assignment behind an encounter: made when the lead was given to the rep, answered at the first touch (null: not
 * yet), ended when the rep let go of it (null: not yet).
 */
export function drawAssignment(
  random: Random,
  { person, rep, assignedAt }: Encounter,
  firstTouchAt: number | null,
  endedAt: number | null,
): DemoAssignment {
  return {
    id: random.idAt(assignedAt),
    leadId: person.row.id,
    userId: rep.id,
    way: random.weighted(WAYS, ({ weight }) => weight).way,
    assignedAt: new Date(assignedAt),
    firstTouchAt: firstTouchAt === null ? null : new Date(firstTouchAt),
    endedAt: endedAt === null ? null : new Date(endedAt),
  };
}
