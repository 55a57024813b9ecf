import { NextResponse, type NextRequest } from 'next/server';

const SESSION_COOKIE = /^(__Secure-)?next-auth\.session-token(\.\d+)?$/;

/**
 * Sends whoever brings no session to the sign-in page, before anything is streamed, with the way back. It only looks
 * whether there is a session; whether it holds, and what it allows, each page asks for itself.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.cookies.getAll().some(({ name }) => SESSION_COOKIE.test(name))) return NextResponse.next();
  const { pathname, search } = request.nextUrl;
  const target = request.nextUrl.clone();
  target.pathname = '/sign-in';
  target.search = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
  return NextResponse.redirect(target);
}

/** Pages alone: routes answer strangers with 401, and the ways in are open. */
export const config = { matcher: ['/((?!api/|v1/|_next/|sign-in|join|icon|favicon|.*\\.[a-z0-9]+$).*)'] };
