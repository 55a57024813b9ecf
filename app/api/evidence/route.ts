import { requireActor } from '@/lib/auth/guards';
import { MOST_LEADS_IN_BROWSER } from '@/lib/evidence/constants';
import { gatherEvidence } from '@/lib/evidence/data/gather';
import { countLeads } from '@/lib/evidence/data/leads';
import { writePart } from '@/lib/evidence/part-frame';
import { gatherSchema } from '@/lib/evidence/schema';
import { AppError } from '@/lib/server/errors';
import { parseInput } from '@/lib/server/parse';
import { readJson } from '@/lib/server/read-body';
import { route } from '@/lib/server/routes';

/** The evidence of leads or closed deals by the criteria asked for: what the editor measures edits on. */
export const POST = route(async (request: Request) => {
  await requireActor('rubric:write');
  const asked = parseInput(gatherSchema, await readJson(request));
  if (asked.part === 'leads' && (await countLeads()) > MOST_LEADS_IN_BROWSER) {
    throw new AppError('too_large', 'There are too many leads to hold in a browser.');
  }
  const part = await gatherEvidence(asked, Date.now());
  return new Response(writePart(part), {
    headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' },
  });
});
