import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { readReasons } from './data';

/** Why leads may be given up, for the settings. */
export async function loadReasons() {
  const actor = await requirePage('settings:read', '/settings/lists');
  const { reasons, savedAt } = await readReasons();
  return { reasons, savedAt: savedAt?.getTime() ?? null, mayEdit: isAllowed(actor.role, 'rubric:write') };
}
