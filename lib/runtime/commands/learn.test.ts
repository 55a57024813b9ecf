import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { parseRubric } from '@/lib/scoring/rubric';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = mkdtempSync(path.join(tmpdir(), 'leadgrid-learn-'));

const printedSchema = z.looseObject({
  rubric: z.unknown(),
  auc: z.number(),
  liftTop10: z.number(),
  liftTop25: z.number(),
  brier: z.number(),
  calibration: z.array(z.looseObject({ low: z.number(), high: z.number() })),
  leftOut: z.array(z.looseObject({ column: z.string(), reason: z.string() })),
});

afterAll(() => rmSync(FOLDER, { recursive: true }));

/** A file with a byte order mark, semicolons, and a quoted line break: every second of the large ones is won. */
function writeLeads(name: string, rows: number): string {
  const file = path.join(FOLDER, name);
  const lines = Array.from({ length: rows }, (_, row) => {
    const large = row % 3 === 0;
    const won = row % 2 === 0 && (large || row % 20 === 0);
    return `${large ? '1.200,50' : '30,25'};"${row % 5 === 0 ? 'two\nlines' : 'one'}";${won ? 'Yes' : 'no'}`;
  });
  writeFileSync(file, `\uFEFFSize;Note;Won\n${lines.join('\n')}\n`);
  return file;
}

function runLearn(...flags: string[]) {
  const args = ['--import', 'tsx', 'lib/runtime/commands/learn.ts', ...flags];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

test('prints a valid rubric and how it does, as JSON and nothing else, and writes the page', () => {
  const report = path.join(FOLDER, 'report.html');
  const flags = [
    '--csv',
    writeLeads('leads.csv', 900),
    '--outcome',
    'Won',
    '--positive',
    'yes',
    '--report',
    report,
  ];
  const { stdout, stderr, status } = runLearn(...flags);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const printed = printedSchema.parse(JSON.parse(stdout));
  expect(printed).toMatchObject({ training: { rows: 630 }, holdOut: { rows: 270 } });
  expect(printed.auc).toBeGreaterThan(0.6);
  expect(parseRubric(printed.rubric)).toMatchObject({ ok: true });
  expect(stdout).toMatch(/"field": "Size",\s+"op": "(gte|lt)",\s+"value": 1200\.5/);
  expect(readFileSync(report, 'utf8')).toContain('Learned from leads.csv');
}, 60_000);

test('refuses what it cannot learn from, with the place and status 2', () => {
  const few = writeLeads('few.csv', 60);
  const faults = [
    runLearn('--csv', few),
    runLearn('--csv', path.join(FOLDER, 'none.csv'), '--outcome', 'Won', '--positive', 'yes'),
    runLearn('--csv', few, '--outcome', 'Result', '--positive', 'yes'),
    runLearn('--csv', few, '--outcome', 'Won', '--positive', 'yes'),
    runLearn('--csv', few, '--outcome', 'Won', '--positive', 'yes', '--holdout', '2'),
  ];
  expect(faults.map(({ status }) => status)).toEqual([2, 2, 2, 2, 2]);
  expect(faults.map(({ stdout }) => stdout)).toEqual(['', '', '', '', '']);
  const said = faults.map(({ stderr }) => stderr);
  expect(said[0]).toContain('--csv, --outcome and --positive are all needed.');
  expect(said[1]).toContain('none.csv cannot be read');
  expect(said[2]).toContain('has no column "Result" (--outcome). Its columns are "Size", "Note", "Won".');
  expect(said[3]).toMatch(/so \d+ more with "yes" \(there are \d+\)/);
  expect(said[4]).toContain('--holdout "2" must be a share from 0.05 to 0.9.');
}, 60_000);
