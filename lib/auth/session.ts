import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { z } from 'zod';
import { createRateLimit } from '@/lib/server/rate-limit';
import { AppError } from '@/lib/server/errors';
import { logger } from '@/lib/server/logger';
import { findAccountByEmail } from '@/lib/users/data';
import { noteSignIn } from '@/lib/users/mutations';
import { verifyPassword } from '@/lib/server/passwords';

const credentialsSchema = z.object({
  email: z.string().trim().toLowerCase().max(254),
  password: z.string().min(1).max(200),
});

const TRIES_PER_ACCOUNT = createRateLimit('sign-in-account', 10, 15 * 60);
const TRIES_PER_ADDRESS = createRateLimit('sign-in-address', 100, 15 * 60);

const claimsSchema = z.object({ sub: z.string(), epoch: z.number() });

/** What a session's token says of its owner; whether it still holds, the guards ask the database. */
export type Claims = z.infer<typeof claimsSchema>;

/** Reads the claims out of a decoded token, or null when it is none of ours. */
export function readClaims(token: unknown): Claims | null {
  return claimsSchema.safeParse(token).data ?? null;
}

async function authorize(input: Record<string, string> | undefined, address: string) {
  const credentials = credentialsSchema.safeParse(input);
  if (!credentials.success) return null;
  const { email, password } = credentials.data;
  try {
    await TRIES_PER_ADDRESS.consume(address);
    await TRIES_PER_ACCOUNT.consume(email);
  } catch (error) {
    if (error instanceof AppError) throw new Error(`RateLimited:${error.retryAfter ?? 60}`);
    throw error;
  }
  const account = await findAccountByEmail(email);
  const fits = await verifyPassword(account?.passwordHash, password);
  if (!account || !fits || !account.active) {
    logger.info('Sign-in refused', { email });
    return null;
  }
  await TRIES_PER_ACCOUNT.reset(email);
  await noteSignIn(account.id, new Date());
  return { id: account.id, name: account.name, email: account.email, epoch: account.sessionEpoch };
}

/** Sign-in by e-mail and password; the session is a signed token that holds no rights, only who and since when. */
export const authOptions: NextAuthOptions = {
  session: { strategy: 'jwt', maxAge: 14 * 24 * 60 * 60 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      name: 'E-mail and password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: (input, request) => {
        const forwarded: unknown = request.headers?.['x-forwarded-for'];
        const address = typeof forwarded === 'string' ? forwarded.split(',')[0]?.trim() : undefined;
        return authorize(input, address ?? 'direct');
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) =>
      user && 'epoch' in user ? { ...token, sub: user.id, epoch: user.epoch } : token,
  },
  logger: {
    error: (code, metadata) => {
      // A rate-limited try is the limit at work, not a fault.
      if (metadata instanceof Error && metadata.message.startsWith('RateLimited')) return;
      logger.error('Sign-in fault', { code, metadata });
    },
    warn: (code) => logger.debug('Sign-in warning', { code }),
    debug: () => undefined,
  },
};
