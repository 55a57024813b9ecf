import { parentPort } from 'node:worker_threads';
import { measureEffect } from '@/lib/effects/measure-effect';
import type { EffectRequest, LeadEffect } from '@/lib/effects/types';
import { EvidenceSource, RowsChanged } from '@/lib/evidence/evidence-source';
import { getPool } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { querySql } from '@/lib/server/sql';
import { gatherEvidence } from './gather';

/** What the thread is asked: to compare two rubrics on every lead. */
export interface ThreadRequest extends EffectRequest {
  /** Tells the answers apart. */
  id: number;
  fresh: boolean;
}

export type ThreadAnswer = { id: number; effect: LeadEffect } | { id: number; fault: string };

/** Evidence this old is gathered anew, if any score has changed since. */
const FRESH_FOR_MS = 15 * 60_000;

const leads = new EvidenceSource('leads', async (request) => {
  try {
    return await gatherEvidence(request, Date.now());
  } catch (error) {
    throw error instanceof AppError && error.code === 'conflict' ? new RowsChanged(error.message) : error;
  }
});

async function isOutdated(): Promise<boolean> {
  const { asOf } = leads;
  if (asOf === null || Date.now() - asOf < FRESH_FOR_MS) return false;
  const changed = await querySql(
    getPool(),
    'SELECT FROM "ScoreChange" h WHERE h."at" > $1::timestamptz LIMIT 1',
    [new Date(asOf)],
  );
  return changed.length > 0;
}

async function measure({ before, after, movers, fresh }: ThreadRequest): Promise<LeadEffect> {
  if (fresh || (await isOutdated())) leads.forget();
  return measureEffect(await leads.hold([before, after]), { before, after }, movers);
}

/** A thread that holds the evidence of all leads, and compares the rubrics it is sent on it. */
parentPort?.on('message', (request: ThreadRequest) => {
  const { id } = request;
  measure(request).then(
    (effect) => tell({ id, effect }),
    (error: unknown) =>
      tell({ id, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

function tell(answer: ThreadAnswer): void {
  parentPort?.postMessage(answer);
}
