import { spawn } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { withApps } from './app-under-test';
import { provideBrowser } from './browser';

const BIN = 'node_modules/.bin';

const vitestResults = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});
const playwrightResults = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];

function run(program: string, args: string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: process.env });
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/** Runs one stage, says how long it took, and notes when it fails; the later stages run all the same. */
async function stage(name: string, work: () => Promise<number>): Promise<void> {
  const start = performance.now();
  process.stdout.write(`\n── ${name}\n`);
  const code = await work().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  });
  if (code !== 0) failures.push(name);
  process.stdout.write(
    `${code === 0 ? '✓' : '✗'} ${name}, ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
  );
}

async function runVitest(project: 'unit' | 'integration'): Promise<number> {
  const file = `.data/${project}-results.json`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(`${BIN}/vitest`, ['run', '--project', project, ...reporters]);
  const results = vitestResults.parse(JSON.parse(await readFile(file, 'utf8')));
  counts.passed += results.numPassedTests;
  counts.failed += results.numFailedTests;
  counts.skipped += results.numPendingTests;
  return code;
}

async function runPlaywright(): Promise<number> {
  process.env.CHROMIUM_PATH = provideBrowser();
  return withApps(async ({ address, firstLink }) => {
    process.env.LEADGRID_E2E_URL = address;
    process.env.LEADGRID_E2E_FIRST_LINK = firstLink;
    const code = await run(`${BIN}/playwright`, ['test', ...process.argv.slice(2)]);
    const { stats } = playwrightResults.parse(JSON.parse(await readFile('.data/e2e-results.json', 'utf8')));
    counts.passed += stats.expected;
    // A test that passes only when tried again is broken.
    counts.failed += stats.unexpected + stats.flaky;
    counts.skipped += stats.skipped;
    return code;
  });
}

process.env.NEXT_TELEMETRY_DISABLED = '1';
await mkdir('.data', { recursive: true });
await stage('Formatting', () => run(`${BIN}/prettier`, ['--check', '--log-level', 'warn', '.']));
await stage('Lint', () => run(`${BIN}/eslint`, ['--max-warnings', '0', '.']));
await stage('Import rules', () => run(`${BIN}/tsx`, ['tests/support/check-imports.ts']));
await stage('Types', async () => {
  const code = await run(`${BIN}/next`, ['typegen']);
  return code === 0 ? run(`${BIN}/tsc`, ['--noEmit']) : code;
});
await stage('Unit tests', () => runVitest('unit'));
await stage('Integration tests', () => runVitest('integration'));
await stage('End-to-end tests', runPlaywright);

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : '';
process.stdout.write(`\n${failures.length > 0 ? `Failed: ${failures.join(', ')}\n` : ''}`);
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
process.exit(failures.length > 0 || counts.failed > 0 ? 1 : 0);
