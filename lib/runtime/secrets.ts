import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DATA_DIRECTORY } from './database';

/** A secret of this installation: made at random on first use and kept in `.data/`, readable by its owner alone. */
export async function readOrCreateSecret(name: string, bytes: number): Promise<string> {
  const file = path.join(DATA_DIRECTORY, name);
  const kept = await readFile(file, 'utf8').catch(() => '');
  if (kept !== '') return kept;
  const secret = randomBytes(bytes).toString('base64url');
  await mkdir(DATA_DIRECTORY, { recursive: true });
  await writeFile(file, secret, { mode: 0o600 });
  return secret;
}

/** Sets what the processes need and the user did not: the key that signs sessions, and where the app is reached. */
export async function completeEnvironment(address: string): Promise<void> {
  process.env.NEXTAUTH_SECRET ??= await readOrCreateSecret('session-secret', 48);
  process.env.NEXTAUTH_URL ??= address;
}
