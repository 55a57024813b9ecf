import { ImportFault } from './import-fault';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/** How a file's text is written. */
export interface TextFormat {
  encoding: Encoding;
  delimiter: string;
}

function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

/** Whether these are the first bytes of a ZIP archive, as every XLSX workbook is one. */
export function isZip(head: Uint8Array): boolean {
  return startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0x50, 0x4b, 0x05, 0x06);
}

/** What files that are no text begin with, and what to do with them. */
const NO_TEXT: readonly { prefix: number[]; reason: string }[] = [
  {
    prefix: [0xd0, 0xcf, 0x11, 0xe0],
    reason:
      'This is an old Excel workbook (.xls), or one with a password. Save it as .xlsx without a password, or as CSV.',
  },
  { prefix: [0x1f, 0x8b], reason: 'This file is compressed (gzip). Unpack it and import what is in it.' },
  {
    prefix: [0x37, 0x7a, 0xbc, 0xaf],
    reason: 'This is an archive (7z). Unpack it and import what is in it.',
  },
  {
    prefix: [0x52, 0x61, 0x72, 0x21],
    reason: 'This is an archive (RAR). Unpack it and import what is in it.',
  },
  { prefix: [0x25, 0x50, 0x44, 0x46], reason: 'This is a PDF. Import CSV or XLSX.' },
];

/** UTF-16 without a byte order mark: in Western text every other byte is 0. */
function detectBareUtf16(head: Uint8Array): Encoding | null {
  const counted = Math.min(head.byteLength, 4_096) & ~1;
  if (counted < 4) return null;
  let [even, odd] = [0, 0];
  for (let index = 0; index < counted; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  const most = counted / 2;
  if (odd > most * 0.7 && even < most * 0.1) return 'utf-16le';
  return even > most * 0.7 && odd < most * 0.1 ? 'utf-16be' : null;
}

function detectEncoding(head: Uint8Array): Encoding {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
  const bare = detectBareUtf16(head);
  if (bare) return bare;
  try {
    // A character cut in two at the end of the head is no fault of the file.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The header's delimiter: the one that occurs most often outside quotes; a comma when none does. */
export function detectDelimiter(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of text.trimStart()) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && (character === '\n' || character === '\r')) break;
    else if (!quoted && DELIMITERS.some((delimiter) => delimiter === character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  return most?.[0] ?? ',';
}

/** Characters that text has no use for. */
function countControls(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 9 || (code > 13 && code < 32)) count += 1;
  }
  return count;
}

/**
 * Tells encoding and delimiter from the first bytes of a file.
 *
 * @param chosen what a person said of it, which is taken as it is.
 * @throws ImportFault when the file is empty, or is no text (an old workbook, an archive, a picture).
 */
export function detectFormat(
  head: Uint8Array,
  chosen: { encoding?: Encoding | null; delimiter?: string | null } = {},
): TextFormat {
  const known = NO_TEXT.find(({ prefix }) => startsWith(head, ...prefix));
  if (known) throw new ImportFault(known.reason);
  const encoding = chosen.encoding ?? detectEncoding(head);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (text.trim() === '') throw new ImportFault('The file is empty: it has no header row.');
  if (text.includes('\0') || countControls(text) > text.length / 50) {
    throw new ImportFault('This is not a text file. Import CSV or XLSX.');
  }
  return { encoding, delimiter: chosen.delimiter ?? detectDelimiter(text) };
}
