/** A secret address as far as it may be shown: its host, and the last four characters. */
export function maskAddress(url: string): string {
  if (!URL.canParse(url)) return '…';
  return `${new URL(url).host}/…${url.slice(-4)}`;
}
