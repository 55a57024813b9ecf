import type { EffectRequest, LeadEffect } from '@/lib/effects/types';
import { RowsChanged, TooManyLeads, type Gather } from '@/lib/evidence/evidence-source';
import { readPart } from '@/lib/evidence/part-frame';

const CONFLICT = 409;
const TOO_LARGE = 413;

function post(address: string, body: unknown): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Asks the server for evidence. */
export const fetchEvidence: Gather = async ({ part, rubric, known }) => {
  const rows = known && { asOf: known.asOf, fingerprint: known.fingerprint, lastId: known.lastId };
  const response = await post('/api/evidence', { part, rubric, known: rows });
  if (response.status === CONFLICT) throw new RowsChanged();
  if (response.status === TOO_LARGE) throw new TooManyLeads();
  if (!response.ok) throw new Error(`Evidence could not be read: ${response.status}`);
  return readPart(await response.arrayBuffer());
};

/** Has the server measure the effect on leads, where there are too many of them to hold here. */
export async function fetchLeadEffect(
  { before, after, movers }: EffectRequest,
  fresh: boolean,
): Promise<LeadEffect> {
  const response = await post('/api/effects', { before, after, movers, fresh });
  if (!response.ok) throw new Error(`The effect could not be measured: ${response.status}`);
  return (await response.json()) as LeadEffect;
}
