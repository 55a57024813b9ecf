import { closeRate } from '@/lib/calibration/close-rate';
import { findBreakdown } from '@/lib/forecast/data';
import { loadPredictingRun } from '@/lib/learning/data';
import { compileDocument } from '@/lib/rubrics/data';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import type { Prediction } from './types';

/** Whether a deal of the lead had closed when learning looked. */
async function hadClosedDeal(leadId: string, learnedAt: number): Promise<boolean> {
  const [row] = await querySql<{ known: boolean }>(
    getPool(),
    `SELECT EXISTS (SELECT FROM "Deal" d WHERE d."leadId" = $1::uuid AND d."outcome" IN ('won', 'lost')
       AND d."engagedAt" IS NOT NULL AND d."closedAt" <= to_timestamp($2::float8 / 1000)) AS "known"`,
    [leadId, learnedAt],
  );
  return row?.known ?? false;
}

/**
 * What the rubric learned from deals makes of a lead, computed as of the instant from the facts themselves; null while
 * no learned rubric is shown, or when there is no such lead.
 */
export async function findPrediction(leadId: string, now: Date): Promise<Prediction | null> {
  const run = await loadPredictingRun();
  if (!run) return null;
  const { rubric, calibration, heldOut } = run.result;
  const learnedAt = run.finishedAt ?? run.createdAt;
  const [breakdown, isOwnDealKnown] = await Promise.all([
    compileDocument(rubric).then((usable) => findBreakdown(usable, leadId, now)),
    hadClosedDeal(leadId, learnedAt),
  ]);
  if (!breakdown) return null;
  const { score } = breakdown.now;
  return {
    breakdown,
    fitWeight: rubric.fitWeight,
    alike: calibration.find(({ low, high }) => score >= low && score <= high) ?? null,
    all: closeRate(heldOut),
    learnedAt,
    isOwnDealKnown,
  };
}
