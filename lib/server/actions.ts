import { unstable_rethrow } from 'next/navigation';
import { AppError } from './errors';
import { logger } from './logger';

/** What every server action answers: what it made, or what was wrong in words for the person who asked. */
export type ActionResult<T> =
  | { ok: true; value: T }
  | { ok: false; message: string; issues: readonly { path: string; message: string }[] };

/** Runs an action's work and turns its fault into an answer; an unexpected one is logged and told without its inside. */
export async function runAction<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) return { ok: false, message: error.message, issues: error.issues };
    logger.error('Unexpected fault in an action', { error });
    return {
      ok: false,
      message: 'Something went wrong on our side; nothing was changed. Try again.',
      issues: [],
    };
  }
}
