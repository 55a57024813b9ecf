import type { Role } from '@/lib/generated/prisma/enums';

/** Of a lead, what decides who may work it. Instants are milliseconds since 1970. */
export interface WorkedLead {
  owner: { id: string; name: string } | null;
  lock: { id: string; name: string; until: number } | null;
}

/**
 * Why someone whose role works leads may not work this one, in words; null when they may. Reps work their own leads and those that nobody owns
 * and nobody else holds for the moment; managers and admins work any.
 */
export function whyNotWork(actor: { id: string; role: Role }, lead: WorkedLead, now: number): string | null {
  if (actor.role !== 'rep') return null;
  const { owner, lock } = lead;
  if (owner) return owner.id === actor.id ? null : `${owner.name} works this lead.`;
  const held = lock && lock.until > now && lock.id !== actor.id;
  return held ? `${lock.name} has just taken this lead.` : null;
}
