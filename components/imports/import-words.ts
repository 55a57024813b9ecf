import type { Tone } from '@/components/ui/badge';
import type { ImportEntry, ImportStage } from '@/lib/imports/data';
import type { Encoding } from '@/lib/imports/detect-format';
import type { Vendor } from '@/lib/imports/recognise-vendor';
import type { FieldType, ImportKind } from '@/lib/imports/types';

/** What the rows of a file are, as people say it. */
export const KIND_WORDS: Record<ImportKind, string> = {
  companies: 'Companies',
  leads: 'Leads',
  events: 'Events',
  deals: 'Deals',
};

/** Vendors by the names they go by. */
export const VENDOR_WORDS: Record<Vendor, string> = {
  hubspot: 'HubSpot',
  salesforce: 'Salesforce',
  pipedrive: 'Pipedrive',
  marketo: 'Marketo',
};

/** What an import is at. */
export const STAGE_WORDS: Record<ImportStage, { word: string; tone: Tone }> = {
  draft: { word: 'Not started', tone: 'warn' },
  queued: { word: 'Waiting for the worker', tone: 'neutral' },
  running: { word: 'Running', tone: 'accent' },
  done: { word: 'Done', tone: 'good' },
  failed: { word: 'Failed', tone: 'bad' },
  undoing: { word: 'Being undone', tone: 'warn' },
  undone: { word: 'Undone', tone: 'neutral' },
};

/** Types of values, as people say it. */
export const TYPE_WORDS: Record<FieldType, string> = {
  text: 'text',
  name: 'text',
  key: 'text',
  number: 'number',
  amount: 'money',
  boolean: 'yes or no',
  date: 'date',
  instant: 'date',
  list: 'list',
  email: 'e-mail',
  domain: 'domain',
  currency: 'currency',
  outcome: 'won, lost or open',
  event: 'event type',
};

/** Encodings by name. */
export const ENCODING_WORDS: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'Windows-1252',
};

/** Delimiters by name. */
export const DELIMITER_WORDS: Record<string, string> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

const UNITS = ['bytes', 'kB', 'MB', 'GB'];

/** A size in the unit that reads best: "1.4 MB". */
export function formatSize(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const digits = power === 0 ? 0 : 1;
  return `${(bytes / 1000 ** power).toFixed(digits).replace(/\.0$/, '')} ${UNITS[power] ?? 'bytes'}`;
}

/** Whether a worker has still to do with it. */
export function isUnderWay(stage: ImportStage): boolean {
  return stage === 'queued' || stage === 'running' || stage === 'undoing';
}

/** How fast a running import writes, and how long it has still to go; nothing while that cannot be told. */
export function measureRate(
  entry: Pick<ImportEntry, 'rowsRead' | 'rowsTotal'>,
  before: { rowsRead: number; at: number } | null,
  now: number,
): { rate?: number; remaining?: number } {
  if (!before || now <= before.at || entry.rowsRead <= before.rowsRead) return {};
  const rate = ((entry.rowsRead - before.rowsRead) / (now - before.at)) * 1_000;
  if (entry.rowsTotal === null) return { rate };
  return { rate, remaining: (Math.max(0, entry.rowsTotal - entry.rowsRead) / rate) * 1_000 };
}
