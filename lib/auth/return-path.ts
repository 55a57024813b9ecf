/**
 * The path to go to after signing in: a path of this site, or the fallback when someone put anything else there
 * (another origin, a protocol-relative address, a back slash that browsers read as a slash).
 */
export function readReturnPath(value: unknown, fallback: string): string {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return fallback;
  const base = 'http://leadgrid.invalid';
  const url = URL.canParse(value, base) ? new URL(value, base) : undefined;
  return url?.origin === base ? url.pathname + url.search + url.hash : fallback;
}
