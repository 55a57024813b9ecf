import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { listFlags } from './data';

/**
 * The flags on criteria and disqualifiers, for everyone who may read the rubric.
 *
 * @param returnTo the path of the page that shows them.
 */
export async function loadFlags(returnTo: string) {
  const actor = await requirePage('rubric:read', returnTo);
  const flags = await listFlags(actor.id, new Date());
  return { flags, mayAnswer: isAllowed(actor.role, 'rubric:write') };
}

/** The flags as components take them. */
export type FlagsView = Awaited<ReturnType<typeof loadFlags>>;
