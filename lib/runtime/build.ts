import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const STAMP = '.next/leadgrid-build';
const FOLDERS = ['app', 'components', 'lib', 'public'];
const FILES = [
  'next.config.ts',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'package-lock.json',
  'tsconfig.json',
];

/** The hash of everything that a build is made from; tests and the start-up code are not. */
async function hashSources(): Promise<string> {
  const listed = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
      return entries.filter((e) => e.isFile()).map((e) => path.join(e.parentPath, e.name));
    }),
  );
  const built = [...listed.flat(), ...FILES].filter(
    (file) => !file.endsWith('.test.ts') && !file.startsWith(path.join('lib', 'runtime')),
  );
  const hash = createHash('sha256').update(process.version);
  for (const file of built.sort()) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

/**
 * Builds the web app for production, unless the last build was made from the very same sources.
 *
 * @returns whether it built.
 * @throws Error with the build's output when it fails.
 */
export async function buildIfChanged(): Promise<boolean> {
  const wanted = await hashSources();
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === wanted) return false;
  const output: Buffer[] = [];
  const code = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
      env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The build failed.\n${Buffer.concat(output).toString()}`);
  await writeFile(STAMP, wanted);
  return true;
}
