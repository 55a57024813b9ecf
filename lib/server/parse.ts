import type { z } from 'zod';
import { AppError } from './errors';

/** Writes a path as people read it: `leads[3].email`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
}

/**
 * Reads unknown input by a schema: the one door through which input comes.
 *
 * @throws AppError `invalid`, with the path and reason of each fault.
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.map((issue) => ({
    path: formatPath(issue.path),
    message: issue.message,
  }));
  const first = issues[0];
  throw new AppError(
    'invalid',
    first ? `${first.path || 'input'}: ${first.message}` : 'Invalid input',
    issues,
  );
}
