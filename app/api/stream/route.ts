import type { NextRequest } from 'next/server';
import { requireLastingActor } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { route } from '@/lib/server/routes';
import { openStream } from '@/lib/stream/data/open-stream';

/** What changes while someone looks at it, as server-sent events. */
export const GET = route(async ({ signal }: NextRequest) => {
  const { actor, mayStay } = await requireLastingActor('leads:read');
  const mayHear = (topic: string) => topic !== 'imports' || isAllowed(actor.role, 'imports:read');
  return openStream({ userId: actor.id, signal, mayHear, mayStay });
});
