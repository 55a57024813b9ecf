const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/**
 * The form of a domain that makes two rows the same company: lower case, without scheme, "www.", port, path and a
 * trailing dot. An e-mail address gives its domain.
 *
 * @returns null when the text names no domain.
 */
export function normaliseDomain(text: string): string | null {
  const host = text
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/, '')
    .replace(/:\d+$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
  const labels = host.split('.');
  const wellFormed =
    host.length <= 253 &&
    labels.length > 1 &&
    labels.every((label) => label.length <= 63 && LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '');
  return wellFormed ? host : null;
}
