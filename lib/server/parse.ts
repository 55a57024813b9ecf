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

/** A fault of some input: the path of the offending part, and the reason in words. */
export interface InputFault {
  path: string;
  message: string;
}

/** The faults that a schema found, one for each unknown key among them. */
export function listFaults(error: z.ZodError): InputFault[] {
  return error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [{ path: formatPath(issue.path), message: issue.message }];
    return issue.keys.map((key) => ({
      path: formatPath([...issue.path, key]),
      message: 'There is no such field',
    }));
  });
}

/**
 * Reads unknown input by a schema: the one door through which input comes.
 *
 * @param code what the fault is called when it does not fit.
 * @throws AppError `invalid`, or the code given, with the path and reason of each fault.
 */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
  code: 'invalid' | 'unprocessable' = 'invalid',
): z.output<T> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const faults = listFaults(result.error);
  const first = faults[0];
  const message = first ? `${first.path || 'input'}: ${first.message}` : 'Invalid input';
  throw new AppError(code, message, faults);
}
