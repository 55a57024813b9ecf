import { z } from 'zod';
import { getPool } from '@/lib/server/db';
import { postGuarded } from '@/lib/server/guarded-request';
import { sendMail } from '@/lib/server/mail';
import { querySql } from '@/lib/server/sql';
import { KEPT_ANSWER, TIMEOUT_MS } from '../constants';
import type { SendingEndpoint } from '../data/endpoints';
import { readMail } from '../data/settings';
import { readRetryAfter } from '../plan-retry';
import { signMessage } from '../sign-message';

/** A delivery that is being tried. */
export interface ClaimedDelivery {
  id: string;
  endpointId: string;
  messageId: string;
  eventType: string;
  body: string;
  /** The number of this try. */
  attempts: number;
  attemptsBefore: number;
}

/** What came of a try. */
export interface TryResult {
  ok: boolean;
  /** The answer's status; null when there was no answer. */
  status: number | null;
  /** What went wrong, in words; null when nothing did. */
  error: string | null;
  requestHeaders: Record<string, string>;
  /** The beginning of the answer. */
  response: string | null;
  retryAfterMs: number | null;
  /** The receiver says that it is gone for good. */
  gone: boolean;
}

const AGENT = 'Leadgrid-Webhooks/1';

/** Text that Postgres takes: without NUL, and no longer than what is kept. */
function keepText(text: string): string {
  return Array.from(text.replaceAll('\0', '')).slice(0, KEPT_ANSWER).join('');
}

function describeStatus(status: number, location: unknown): string | null {
  if (status >= 200 && status < 300) return null;
  if (status >= 300 && status < 400) {
    const to = typeof location === 'string' ? ` to ${location.slice(0, 200)}` : '';
    return `Redirected${to}, which is not followed: enter the final address`;
  }
  if (status === 410) return 'The receiver says that this address is gone';
  return `Answered ${status}`;
}

/** A fault in words: of what Node tells, the reason that is deepest down. */
function describeFault(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return describeFault(error.errors[0]);
  return keepText(error instanceof Error ? error.message || error.name : String(error));
}

function failed(error: unknown, requestHeaders: Record<string, string>): TryResult {
  const message = describeFault(error);
  const none = { status: null, response: null, retryAfterMs: null, gone: false };
  return { ok: false, error: message, requestHeaders, ...none };
}

async function tryHttp(
  endpoint: SendingEndpoint,
  delivery: ClaimedDelivery,
  allowInner: boolean,
  now: Date,
  signal: AbortSignal | undefined,
): Promise<TryResult> {
  const oldSecretUntil = endpoint.oldSecretUntil?.getTime() ?? null;
  const signature =
    endpoint.kind === 'webhook'
      ? signMessage(delivery.messageId, delivery.body, { ...endpoint, oldSecretUntil }, now)
      : {};
  const headers = { 'content-type': 'application/json', 'user-agent': AGENT, ...signature };
  try {
    const { url } = endpoint;
    const answer = await postGuarded({
      url,
      headers,
      body: delivery.body,
      allowInner,
      timeoutMs: TIMEOUT_MS,
      signal,
    });
    const error = describeStatus(answer.status, answer.headers.location);
    return {
      ok: error === null,
      status: answer.status,
      error,
      requestHeaders: headers,
      response: keepText(answer.text),
      retryAfterMs: readRetryAfter(answer.headers['retry-after'], now.getTime()),
      gone: answer.status === 410,
    };
  } catch (error) {
    return failed(error, headers);
  }
}

const emailSchema = z.object({ subject: z.string(), text: z.string(), html: z.string() });

async function findRecipients(ids: readonly string[]): Promise<string[]> {
  const rows = await querySql<{ email: string }>(
    getPool(),
    'SELECT "email" FROM "User" WHERE "id" = ANY($1::uuid[]) AND "active" ORDER BY "email"',
    [ids],
  );
  return rows.map(({ email }) => email);
}

const smtpFaultSchema = z.object({ responseCode: z.number() });

async function tryEmail(endpoint: SendingEndpoint, { body, messageId }: ClaimedDelivery): Promise<TryResult> {
  const mail = await readMail();
  const to = await findRecipients(endpoint.recipientIds);
  const headers = { from: mail?.from ?? '', to: to.join(', ') };
  if (!mail)
    return failed('No mail server is set: an admin can do so under Settings, Notifications', headers);
  if (to.length === 0) return failed('Nobody who gets this e-mail has an active account', headers);
  const { subject, text, html } = emailSchema.parse(JSON.parse(body));
  try {
    const sent = await sendMail(mail, { to, subject, text, html, messageId: `<${messageId}@leadgrid>` });
    const refused = sent.refused.length > 0 ? `Refused for ${sent.refused.join(', ')}` : null;
    const requestHeaders = { ...headers, subject };
    const response = keepText(sent.response);
    const status = Number(/^\d{3}/.exec(sent.response)?.[0] ?? 250);
    // Those who were accepted have it: sending again would send it to them twice.
    return { ok: true, status, error: refused, requestHeaders, response, retryAfterMs: null, gone: false };
  } catch (error) {
    const status = smtpFaultSchema.safeParse(error).data?.responseCode ?? null;
    return { ...failed(error, { ...headers, subject }), status };
  }
}

/**
 * Tries once to bring a message to an endpoint. Never throws: what went wrong is in the result.
 *
 * @param allowInner whether addresses inside private networks may be sent to.
 */
export async function tryDelivery(
  endpoint: SendingEndpoint,
  delivery: ClaimedDelivery,
  allowInner: boolean,
  now: Date,
  signal?: AbortSignal,
): Promise<TryResult> {
  try {
    return endpoint.kind === 'email'
      ? await tryEmail(endpoint, delivery)
      : await tryHttp(endpoint, delivery, allowInner, now, signal);
  } catch (error) {
    return failed(error, {});
  }
}
