import type { NextRequest } from 'next/server';
import { loadQueueRows } from '@/lib/queue/loaders';
import { route } from '@/lib/server/routes';

/** The rows and counts of the queue at an address, for a queue that stays open. */
export const GET = route(async ({ nextUrl }: NextRequest) => {
  const rows = await loadQueueRows(Object.fromEntries(nextUrl.searchParams));
  return Response.json(rows, { headers: { 'cache-control': 'no-store' } });
});
