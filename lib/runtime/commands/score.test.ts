import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readVector } from '@/tests/support/read-vector';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const FOLDER = mkdtempSync(path.join(tmpdir(), 'leadgrid-score-'));
const VECTOR = readVector('corner-days.json');

afterAll(() => rmSync(FOLDER, { recursive: true }));

function writeJson(name: string, json: unknown): string {
  const file = path.join(FOLDER, name);
  writeFileSync(file, JSON.stringify(json));
  return file;
}

function runScore(rubric: unknown, input: unknown, asOf = VECTOR.asOf) {
  const files = ['--rubric', writeJson('rubric.json', rubric), '--input', writeJson('input.json', input)];
  const args = ['--import', 'tsx', 'lib/runtime/commands/score.ts', ...files, '--as-of', asOf];
  return spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
}

test('prints the scores as JSON, in the order of the leads, and nothing else', () => {
  const { stdout, stderr, status } = runScore(VECTOR.rubric, VECTOR.input);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const scores = z
    .array(z.looseObject({ nextChangeAt: z.iso.datetime().nullable() }))
    .parse(JSON.parse(stdout));
  const bounds = scores.map(({ nextChangeAt }) => ({ nextChangeAt }));
  expect(scores).toEqual(VECTOR.expected.map((expected, i) => ({ ...expected, ...bounds[i] })));
  expect(bounds).toContainEqual({ nextChangeAt: '2026-06-29T23:00:00.000Z' });
}, 30_000);

test('refuses a rubric, an input or an instant that does not fit, with the place and status 2', () => {
  const faults = [
    runScore({ ...VECTOR.rubric, fitWeight: 2 }, VECTOR.input),
    runScore(VECTOR.rubric, { ...VECTOR.input, events: [{ ...VECTOR.input.events[0], at: 'soon' }] }),
    runScore(VECTOR.rubric, VECTOR.input, 'soon'),
  ];
  expect(faults.map(({ status }) => status)).toEqual([2, 2, 2]);
  expect(faults.map(({ stdout }) => stdout)).toEqual(['', '', '']);
  expect(faults[0]?.stderr).toContain('fitWeight: must be from 0 to 1, not 2');
  expect(faults[1]?.stderr).toContain('events[0].at: must be an ISO 8601 date or instant');
  expect(faults[2]?.stderr).toContain('--as-of "soon"');
}, 30_000);
