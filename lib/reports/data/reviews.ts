import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { buildReview } from '../build-review';
import { compareReviews, findReviewDue } from '../compare-reviews';
import { REVIEWS_SHOWN } from '../constants';
import { reviewFiguresSchema, type ReviewFigures } from '../schema';
import type { VersionMark } from '../types';
import { countCriteria } from './criteria';
import { countReport } from './deals';
import { countEngaged, countFired, listVersionMarks } from './drift';
import { openReport } from './open-report';
import { readReportSettings } from './settings';

/** A review of the model, as it is shown. */
export interface ReviewEntry {
  id: string;
  at: Date;
  reviewer: string;
  note: string;
  /** Null when a later release cannot read them any more. */
  figures: ReviewFigures | null;
}

/** The latest reviews, newest first. */
export async function listReviews(limit = REVIEWS_SHOWN): Promise<ReviewEntry[]> {
  const rows = await querySql<Omit<ReviewEntry, 'figures'> & { figures: unknown }>(
    getPool(),
    `SELECT "id", "at", "reviewer", "note", "figures" FROM "ReportReview" ORDER BY "at" DESC, "id" DESC LIMIT $1::int`,
    [limit],
  );
  return rows.map(({ figures, ...row }) => ({
    ...row,
    figures: reviewFiguresSchema.safeParse(figures).data ?? null,
  }));
}

/** The figures that a review looks at, over the period shown by default and as leads were scored then. */
export async function readReviewFigures(now: Date): Promise<ReviewFigures> {
  const { live, period, counting } = await openReport({ by: 'then' }, now);
  const byLive = live && { ...counting, versionId: live.id };
  const [rows, criteria, engaged, fired] = await Promise.all([
    countReport(period, now, counting),
    byLive ? countCriteria(period, now, byLive) : [],
    countEngaged(period, now, counting),
    byLive ? countFired(period, now, byLive) : [],
  ]);
  return buildReview({ rows, criteria, engaged, fired }, live, period, now, counting.maturityDays);
}

/** When the first rubric went live; null while none has. */
async function findFirstPublication(): Promise<Date | null> {
  const [row] = await querySql<{ at: Date | null }>(
    getPool(),
    `SELECT min("publishedAt") AS "at" FROM "RubricVersion" WHERE "live" OR "state" = 'retired'`,
  );
  return row?.at ?? null;
}

/** When the model was last reviewed and is to be again, what it looks like now, and what changed since. */
export async function readReviewState(now: Date) {
  const [reviews, figures, first, { reviewDays }] = await Promise.all([
    listReviews(),
    readReviewFigures(now),
    findFirstPublication(),
    readReportSettings(),
  ]);
  const [last] = reviews;
  const dueAt = findReviewDue(last?.at ?? null, first, reviewDays);
  const published: VersionMark[] = last ? await listVersionMarks({ start: last.at, end: now }) : [];
  return {
    reviews,
    figures,
    dueAt,
    due: dueAt !== null && dueAt <= now.getTime(),
    changes: last?.figures ? compareReviews(last.figures, figures) : [],
    /** Versions that went live since the last review. */
    published,
  };
}

/** Whether somebody gets the monthly summary. */
export async function findMonthlyMail(userId: string): Promise<boolean> {
  const [row] = await querySql<{ wanted: boolean }>(
    getPool(),
    'SELECT "monthlyReport" AS "wanted" FROM "User" WHERE "id" = $1::uuid',
    [userId],
  );
  return row?.wanted ?? false;
}
