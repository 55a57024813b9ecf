import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** A signing secret: 256 bits, in the form of Standard Webhooks. */
export function createSecret(): string {
  return `whsec_${randomBytes(32).toString('base64')}`;
}

/** With what an endpoint's messages are signed. */
export interface SigningSecrets {
  secret: string;
  oldSecret: string | null;
  /** Until when the old one signs too, in milliseconds; null when there is none. */
  oldSecretUntil: number | null;
}

/**
 * The headers of Standard Webhooks for a message at an instant. After a rotation there are two signatures for a day, so
 * that receivers may take over the new secret when they like.
 *
 * @param id the same for each try.
 */
export function signMessage(
  id: string,
  body: string,
  { secret, oldSecret, oldSecretUntil }: SigningSecrets,
  now: Date,
): Record<'webhook-id' | 'webhook-timestamp' | 'webhook-signature', string> {
  const old = oldSecret !== null && (oldSecretUntil ?? 0) > now.getTime() ? [oldSecret] : [];
  const signatures = [secret, ...old].map((one) => new Webhook(one).sign(id, now, body));
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signatures.join(' '),
  };
}
