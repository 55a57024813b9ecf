const LOCAL_PART = /^[^\s@<>()[\]\\,;:"]+$/u;
const LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/**
 * The form of an e-mail address that makes two rows the same person: trimmed, lower case, without "mailto:".
 *
 * @returns null when the text is no e-mail address.
 */
export function normaliseEmail(text: string): string | null {
  const address = text
    .trim()
    .normalize('NFC')
    .toLowerCase()
    .replace(/^mailto:/, '');
  const at = address.lastIndexOf('@');
  if (at < 1 || at > 64 || address.length > 254) return null;
  const [local, labels] = [address.slice(0, at), address.slice(at + 1).split('.')];
  const wellFormed =
    LOCAL_PART.test(local) &&
    !/^\.|\.\.|\.$/.test(local) &&
    labels.length > 1 &&
    labels.every((label) => label.length <= 63 && LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1) ?? '');
  return wellFormed ? address : null;
}
