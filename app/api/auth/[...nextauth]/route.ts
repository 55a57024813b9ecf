import NextAuth from 'next-auth';
import type { NextRequest } from 'next/server';
import { authOptions } from '@/lib/auth/session';

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/** Sign-in, sign-out and session, as next-auth's client calls them; open to all by their nature. */
async function answer(request: NextRequest, context: RouteContext): Promise<Response> {
  const response: unknown = await NextAuth(request, context, authOptions);
  if (response instanceof Response) return response;
  throw new Error('next-auth answered with no response');
}

export { answer as GET, answer as POST };
