import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_KINDS } from '@/lib/exports/constants';
import { openLeadSheet, openScoreSheet } from '@/lib/exports/data/lead-sheets';
import { openCompanySheet, openDealSheet, openEventSheet } from '@/lib/exports/data/record-sheets';
import { noteExport } from '@/lib/exports/mutations';
import { exportCallSchema } from '@/lib/exports/schema';
import { writeCsv, type Cell, type Sheet } from '@/lib/exports/write-csv';
import { toConditions } from '@/lib/leads/lead-filter';
import { AppError } from '@/lib/server/errors';
import { parseInput } from '@/lib/server/parse';
import { prepareHouse } from '../prepare-house';
import { readCall, runCommand } from '../run-command';
import { withDatabase } from '../with-database';

const USAGE = `Usage: npm run -s export -- --kind ${EXPORT_KINDS.join('|')} [--format ${EXPORT_FORMATS.join('|')}] --file F
The formats of CRMs are for --kind scores; --file - writes to standard output.`;

type Call = z.output<typeof exportCallSchema>;

function readExport(): Call {
  const flag = { type: 'string' } as const;
  return readCall(USAGE, () => {
    const { values } = parseArgs({ options: { kind: flag, format: flag, file: flag } });
    return parseInput(exportCallSchema, { ...values });
  });
}

function openSheet({ kind, format }: Call): Sheet | Promise<Sheet> {
  const everyone = toConditions({});
  switch (kind) {
    case 'leads':
      return openLeadSheet(everyone, 'added');
    case 'companies':
      return openCompanySheet();
    case 'events':
      return openEventSheet();
    case 'deals':
      return openDealSheet();
    case 'scores':
      return openScoreSheet(everyone, 'rank', format);
  }
}

/** The sheet with its rows counted as they pass. */
function countRows({ columns, rows }: Sheet, seen: { rows: number }): Sheet {
  async function* counted(): AsyncGenerator<readonly Cell[]> {
    for await (const row of rows) {
      seen.rows += 1;
      yield row;
    }
  }
  return { columns, rows: counted() };
}

async function exportTo(call: Call): Promise<void> {
  const { kind, format, file } = call;
  await noteExport('command line', { list: kind, format, filters: {} });
  const seen = { rows: 0 };
  const csv = writeCsv(countRows(await openSheet(call), seen), { bom: false });
  if (file === '-') return pipeline(csv, process.stdout, { end: false });
  await pipeline(csv, createWriteStream(file)).catch((error: unknown) => {
    const isOfFile = error instanceof Error && 'syscall' in error;
    throw isOfFile ? new AppError('invalid', `${file} cannot be written: ${error.message}`) : error;
  });
  process.stdout.write(`${JSON.stringify({ kind, format, file, rows: seen.rows })}\n`);
}

/** `npm run -s export`: writes all leads, companies, events, deals or scores to a CSV file. */
async function main(): Promise<void> {
  const call = readExport();
  await withDatabase(async () => {
    await prepareHouse();
    await exportTo(call);
  });
}

await runCommand(main);
