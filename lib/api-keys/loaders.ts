import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { listApiKeys } from './data';

/** The screen of API keys: every key without its secret, and whether the reader may make and revoke them. */
export async function loadApiKeys() {
  const { role } = await requirePage('settings:read', '/settings/api-keys');
  return { keys: await listApiKeys(), mayManage: isAllowed(role, 'keys:manage') };
}
