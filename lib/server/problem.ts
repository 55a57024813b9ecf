import { AppError } from './errors';
import { logger } from './logger';

const TITLE: Record<number, string> = {
  400: 'The request is not valid',
  401: 'Sign-in needed',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict with the present state',
  413: 'Too large',
  415: 'Media type not supported',
  422: 'The content does not fit',
  429: 'Too many requests',
  503: 'Not available for the moment',
  500: 'Something went wrong on our side',
};

/** The answer for a fault, as RFC 9457 problem details. Unexpected faults are logged, and told without their inside. */
export function toProblemResponse(error: unknown): Response {
  const known = error instanceof AppError ? error : undefined;
  if (!known) logger.error('Unexpected fault in a route', { error });
  const status = known?.status ?? 500;
  const body = {
    type: 'about:blank',
    title: TITLE[status] ?? 'Error',
    status,
    detail: known?.message ?? 'The fault was logged. Try again; if it stays, tell whoever runs this server.',
    ...(known?.issues.length ? { errors: known.issues } : {}),
  };
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' };
  if (known?.retryAfter !== undefined) headers['retry-after'] = String(known.retryAfter);
  return new Response(JSON.stringify(body), { status, headers });
}
