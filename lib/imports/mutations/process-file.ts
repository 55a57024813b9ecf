import { enqueueRescore } from '@/lib/scores/mutations/enqueue-rescore';
import { findOwnTypes } from '../data';
import { HeldCompanies } from '../held-companies';
import { openTable, type OpenBytes } from '../read-table';
import { KIND_READERS, readLeadsWith, RecordReader, type KindReader } from '../read-records';
import type { RowReading } from '../read-row';
import { sourceOf, type ImportOptions } from '../schema';
import { readingOfFile, surveyFile, type Survey } from '../survey-file';
import { BatchWriter, type Progress } from './batch-writer';
import { defineAttributes } from './define-attributes';
import { noteTotal } from './import-row';
import type { LeadRecord } from '@/lib/intake/types';
import type { ImportKind, Rejection } from '../types';
import type { RecordWriter } from '@/lib/intake/mutations/batch';
import { writeCompanies, writeHeldCompanies } from '@/lib/intake/mutations/write-companies';
import { writeDeals } from '@/lib/intake/mutations/write-deals';
import { writeEvents } from '@/lib/intake/mutations/write-events';
import { writeLeads } from '@/lib/intake/mutations/write-leads';

export interface FileInput {
  /** Null for a dry run, which leaves nothing behind. */
  importId: string | null;
  options: ImportOptions;
  openBytes: OpenBytes;
  /** When the import began: values that change are said to have changed then. */
  now: Date;
  onProgress?: (progress: Progress) => void;
  /** Stops between two batches. */
  signal?: AbortSignal;
}

interface Opened extends FileInput {
  survey: Survey;
  reading: RowReading;
  progress: Progress;
}

/** What became of a file, and its first rejections. */
export interface Processed {
  progress: Progress;
  rejections: readonly Rejection[];
}

/** Rows looked through between two reports of progress. */
const REPORT_ROWS = 5_000;

/**
 * Imports a file: looks through it once to learn its columns, then writes its rows batch by batch. Memory does not grow
 * with the file.
 *
 * @throws ImportFault when the file cannot be read; DOMException `AbortError` when it was told to stop.
 */
export async function processFile(input: FileInput): Promise<Processed> {
  const { importId, options, openBytes, onProgress } = input;
  const none = { created: 0, updated: 0, unchanged: 0, rejected: 0 };
  const survey = await surveyFile(openBytes, options, (rows) => {
    if (rows % REPORT_ROWS !== 0) return;
    input.signal?.throwIfAborted();
    onProgress?.({ phase: 'reading', rowsRead: rows, rowsTotal: null, ...none });
  });
  if (importId !== null) await noteTotal(importId, survey.rows);
  const progress: Progress = { phase: 'writing', rowsRead: 0, rowsTotal: survey.rows, ...none };
  const opened = { ...input, survey, reading: await settleReading(importId, survey), progress };
  const { kind } = options.mapping;
  const { rejected } = await writeKind(kind, opened);
  return { progress, rejections: rejected };
}

function writeKind(kind: ImportKind, opened: Opened): Promise<{ rejected: readonly Rejection[] }> {
  switch (kind) {
    case 'leads':
      return writeLeadRows(opened);
    case 'companies':
      return writeRows(opened, KIND_READERS.companies, writeCompanies);
    case 'events':
      return writeRows(opened, KIND_READERS.events, writeEvents);
    case 'deals':
      return writeRows(opened, KIND_READERS.deals, writeDeals);
  }
}

async function settleReading(importId: string | null, survey: Survey): Promise<RowReading> {
  const guessed = readingOfFile(survey, await findOwnTypes(survey.plan.kind));
  if (importId === null) return guessed;
  const known = await defineAttributes(importId, survey, guessed);
  return readingOfFile(survey, known);
}

/** Leads bring companies along; what the file says of a company whose last row was rejected is written at the end. */
async function writeLeadRows(opened: Opened): Promise<BatchWriter<LeadRecord>> {
  const companies = new HeldCompanies(opened.survey.repeated);
  const writer = await writeRows(opened, readLeadsWith(companies), writeLeads);
  const left = companies.flush();
  if (left.length === 0) return writer;
  await writer.commit(async (context) => {
    const companyIds = [...(await writeHeldCompanies(context, left))];
    await enqueueRescore(context.tx, { companyIds, cause: 'company' });
  });
  return writer;
}

async function writeRows<T extends object>(
  { importId, options, openBytes, now, onProgress, signal, survey, reading, progress }: Opened,
  kindReader: KindReader<T>,
  write: RecordWriter<T>,
): Promise<BatchWriter<T>> {
  const context = { source: sourceOf(options), sourceNamed: options.source !== null, now: now.toISOString() };
  const reader = new RecordReader(kindReader, reading, context, survey.repeated);
  const writer = new BatchWriter({ kind: options.mapping.kind, importId, now }, reading, progress, write);
  const flush = async () => {
    signal?.throwIfAborted();
    await writer.flush();
    onProgress?.(progress);
  };
  const table = await openTable(openBytes, options.format);
  for await (const row of table.rows) {
    progress.rowsRead += 1;
    const read = reader.read(row);
    if (read && 'group' in read) writer.add(read.group);
    else if (read) writer.reject(read.rejection);
    if (writer.isFull) await flush();
  }
  for (const group of reader.flush()) {
    writer.add(group);
    if (writer.isFull) await flush();
  }
  await flush();
  return writer;
}
