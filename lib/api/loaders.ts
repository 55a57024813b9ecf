import { requirePage } from '@/lib/auth/guards';
import { describeOperations } from './describe-operations';
import { INTRODUCTION } from './introduction';

/** The page of the API: what holds for all operations, and each of them with an example. */
export async function loadApiPage() {
  await requirePage('settings:read', '/settings/api');
  const address = (process.env.NEXTAUTH_URL ?? 'http://127.0.0.1:3000').replace(/\/$/u, '');
  return { introduction: INTRODUCTION, groups: describeOperations(address) };
}
