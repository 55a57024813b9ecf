import { getDb } from '@/lib/server/db';
import { logger } from '@/lib/server/logger';

export const dynamic = 'force-dynamic';

/** Whether this process serves and reaches its database: 200 or 503. Tells nothing else, so it needs no session. */
export async function GET(): Promise<Response> {
  try {
    await getDb().$queryRaw`SELECT 1`;
    return Response.json({ status: 'ok' });
  } catch (error) {
    logger.error('The database does not answer', { error });
    return Response.json({ status: 'database unreachable' }, { status: 503 });
  }
}
