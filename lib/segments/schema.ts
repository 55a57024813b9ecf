import { z } from 'zod';
import { checkCondition } from '@/lib/scoring/check-condition';
import { FaultList } from '@/lib/scoring/fault-list';
import type { Condition } from '@/lib/scoring/types';

/** Conditions in a segment at most, as JSON text. */
const LONGEST_SEGMENT = 20_000;

function isCondition(value: unknown, faults: FaultList): value is Condition {
  checkCondition(value, '', 'lead', faults);
  return faults.issues.length === 0;
}

/** A condition of the rubric's language on a lead. */
export const segmentSchema = z.unknown().transform((value, context): Condition => {
  const faults = new FaultList();
  if (JSON.stringify(value ?? null).length > LONGEST_SEGMENT) faults.add('', 'is too long');
  else if (isCondition(value, faults)) return value;
  for (const { path, message } of faults.issues) {
    context.addIssue({ code: 'custom', message: `${path} ${message}`.trim() });
  }
  return z.NEVER;
});
