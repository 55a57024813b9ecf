import { lookup as lookUp, type LookupAddress, type LookupOptions } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { findUrlFault, innerFault, isPublicAddress } from './public-address';

/** The most of an answer that is read, in bytes; the rest is not waited for. */
const MOST_READ = 64 * 1024;

const LOOK_UP_MS = 2_000;

export interface GuardedRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Lets private, loopback and other inner addresses pass. */
  allowInner: boolean;
  /** The whole exchange has to be over within so many milliseconds. */
  timeoutMs: number;
  signal?: AbortSignal;
}

export interface GuardedAnswer {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The beginning of the answer. */
  text: string;
}

/**
 * Looks a name up and hands on only addresses that may be connected to. As the socket uses this very answer, a name that
 * says one thing when it is checked and another when it is connected to gains nothing.
 */
function createGuardedLookup(): LookupFunction {
  return (hostname, options: LookupOptions, callback) => {
    lookUp(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, []);
      const inner = addresses.some(({ address }) => !isPublicAddress(address));
      const [first] = addresses;
      if (inner || !first) return callback(new Error(innerFault(hostname)), []);
      if (options.all) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

const GUARDED_LOOKUP = createGuardedLookup();

async function readBeginning(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let read = 0;
  for await (const part of response) {
    const bytes = Buffer.from(part as Uint8Array);
    parts.push(bytes);
    read += bytes.length;
    if (read >= MOST_READ) break;
  }
  response.destroy();
  return Buffer.concat(parts).subarray(0, MOST_READ).toString('utf8');
}

/**
 * Posts to an address that someone typed in. Inner addresses are refused, also when a name leads there; redirects are
 * not followed but answered as they are; each request has a connection of its own.
 *
 * @throws Error in words when nothing was answered: refused, unreachable, too slow, broken off.
 */
export async function postGuarded(input: GuardedRequest): Promise<GuardedAnswer> {
  const { url, headers, body, allowInner, timeoutMs } = input;
  const fault = findUrlFault(url, allowInner);
  if (fault) throw new Error(fault);
  const timeout = AbortSignal.timeout(timeoutMs);
  const signal = input.signal ? AbortSignal.any([timeout, input.signal]) : timeout;
  const send = new URL(url).protocol === 'https:' ? requestHttps : requestHttp;
  const bytes = Buffer.from(body);
  try {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      const request = send(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': String(bytes.length) },
        agent: false,
        signal,
        ...(allowInner ? {} : { lookup: GUARDED_LOOKUP }),
      });
      request.once('response', resolve);
      request.once('error', reject);
      request.end(bytes);
    });
    const text = await readBeginning(response);
    return { status: response.statusCode ?? 0, headers: response.headers, text };
  } catch (error) {
    if (timeout.aborted) throw new Error(`No answer within ${timeoutMs / 1000} seconds`, { cause: error });
    throw error;
  }
}

/**
 * What keeps an address from being sent to, its name looked up; null when nothing does. A name that cannot be looked up
 * now passes: it is looked up again whenever something is sent.
 */
export async function findReachFault(url: string, allowInner: boolean): Promise<string | null> {
  const fault = findUrlFault(url, allowInner);
  if (fault || allowInner) return fault;
  const { hostname } = new URL(url);
  const found = lookup(hostname.replace(/^\[(.*)\]$/, '$1'), { all: true }).catch(() => []);
  const addresses = await Promise.race([found, wait(LOOK_UP_MS, [], { ref: false })]);
  return addresses.every(({ address }) => isPublicAddress(address)) ? null : innerFault(hostname);
}
