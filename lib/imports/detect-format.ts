import { ImportFault } from './import-fault';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** How a file's text is written. */
export interface TextFormat {
  encoding: Encoding;
  delimiter: string;
}

const DELIMITERS = [',', ';', '\t', '|'];

function startsWith(bytes: Uint8Array, ...prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function detectEncoding(head: Uint8Array): Encoding {
  if (startsWith(head, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(head, 0xfe, 0xff)) return 'utf-16be';
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
    else if (!quoted && DELIMITERS.includes(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  const most = [...counts].sort((a, b) => b[1] - a[1])[0];
  return most?.[0] ?? ',';
}

/**
 * Tells encoding and delimiter from the first bytes of a file.
 *
 * @throws ImportFault when the file is empty, or is no text (a workbook, an archive, a picture).
 */
export function detectFormat(head: Uint8Array): TextFormat {
  if (startsWith(head, 0x50, 0x4b, 0x03, 0x04) || startsWith(head, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw new ImportFault(
      'This is a workbook or an archive, not a CSV file. Save the sheet as CSV and import that.',
    );
  }
  const encoding = detectEncoding(head);
  const text = new TextDecoder(encoding).decode(head, { stream: true });
  if (text.trim() === '') throw new ImportFault('The file is empty: it has no header row.');
  if (text.includes('\0')) throw new ImportFault('This is not a text file. Import CSV.');
  return { encoding, delimiter: detectDelimiter(text) };
}
