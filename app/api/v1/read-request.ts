import { BATCH_BYTES, BODY_BYTES } from '@/lib/api/constants';
import type { AnyContract } from '@/lib/api/contract';
import { findUnstorable } from '@/lib/api/find-unstorable';
import { AppError } from '@/lib/server/errors';
import { formatPath } from '@/lib/server/parse';
import { decodeJson, readBytes } from '@/lib/server/read-body';

/**
 * A request's body, as bytes and as JSON.
 *
 * @throws AppError `unsupported_media_type`, `too_large`, `invalid` when it is no JSON, `unprocessable` when it holds
 * what cannot be stored.
 */
export async function readBody(
  request: Request,
  contract: AnyContract,
): Promise<{ bytes: Buffer; json: unknown }> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json$/u.test(type)) {
    throw new AppError('unsupported_media_type', 'Send the body as “Content-Type: application/json”.');
  }
  const bytes = await readBytes(request, contract.batch ? BATCH_BYTES : BODY_BYTES);
  const json = decodeJson(bytes);
  const fault = findUnstorable(json);
  if (!fault) return { bytes, json };
  const path = formatPath(fault.path);
  throw new AppError('unprocessable', `${path || 'body'}: ${fault.message}`, [
    { path, message: fault.message },
  ]);
}

/**
 * A query's parameters by name.
 *
 * @throws AppError `invalid` when one comes twice.
 */
export function readQuery(search: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of search) {
    if (Object.hasOwn(query, name)) {
      throw new AppError('invalid', `${name}: Given twice; write several values with commas between them`, [
        { path: name, message: 'Given twice; write several values with commas between them' },
      ]);
    }
    if (findUnstorable(value)) {
      throw new AppError('invalid', `${name}: A text holds what cannot be searched for`, [
        { path: name, message: 'A text holds what cannot be searched for' },
      ]);
    }
    query[name] = value;
  }
  return query;
}
