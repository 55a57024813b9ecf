import type { WorkingHours } from './types';

/** The working hours of somebody: those of the first of their teams that has its own, else the installation's. */
export function findHours(
  userId: string | null,
  teams: readonly { memberIds: readonly string[]; hours: WorkingHours | null }[],
  otherwise: WorkingHours,
): WorkingHours {
  if (userId === null) return otherwise;
  return teams.find(({ memberIds, hours }) => hours && memberIds.includes(userId))?.hours ?? otherwise;
}
