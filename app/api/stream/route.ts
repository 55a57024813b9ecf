import type { NextRequest } from 'next/server';
import { requireLastingActor } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { route } from '@/lib/server/routes';
import { openStream } from '@/lib/stream/data/open-stream';

/** What changes while someone looks at it, as server-sent events. */
export const GET = route(async ({ signal }: NextRequest) => {
  const { actor, mayStay } = await requireLastingActor('leads:read');
  const mayHear = (topic: string) => {
    if (topic === 'imports') return isAllowed(actor.role, 'imports:read');
    return topic !== 'rubric' || isAllowed(actor.role, 'rubric:write');
  };
  return openStream({ userId: actor.id, signal, mayHear, mayStay });
});
