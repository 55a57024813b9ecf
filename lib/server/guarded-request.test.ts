import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findReachFault, postGuarded } from './guarded-request';

interface Found {
  address: string;
  family: number;
}

const answers: Found[][] = [];
const asked: string[] = [];
const next = (name: string) => {
  asked.push(name);
  return answers.shift() ?? [];
};

vi.mock('node:dns', () => ({
  lookup: (name: string, _options: object, done: (error: Error | null, found: Found[]) => void) =>
    done(null, next(name)),
}));
vi.mock('node:dns/promises', () => ({ lookup: (name: string) => Promise.resolve(next(name)) }));

const PUBLIC = { address: '93.184.216.34', family: 4 };
const LOOPBACK = { address: '127.0.0.1', family: 4 };

describe('postGuarded', () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end('inside');
  });
  let port = 0;
  const post = (url: string, allowInner = false) =>
    postGuarded({ url, headers: {}, body: '{}', allowInner, timeoutMs: 5_000 });

  beforeEach(async () => {
    answers.length = 0;
    asked.length = 0;
    requests = 0;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('refuses a name that is public when it is saved and inner when it is connected to', async () => {
    const url = `http://rebinding.example.com:${port}/`;
    answers.push([PUBLIC], [LOOPBACK]);
    expect(await findReachFault(url, false)).toBeNull();
    await expect(post(url)).rejects.toThrow('private network');
    expect(asked).toEqual(['rebinding.example.com', 'rebinding.example.com']);
    expect(requests).toBe(0);
  });

  it('refuses a name when any of its addresses is inner', async () => {
    answers.push([PUBLIC, LOOPBACK], [PUBLIC, { address: '::1', family: 6 }]);
    const url = `http://both.example.com:${port}/`;
    expect(await findReachFault(url, false)).toContain('private network');
    await expect(post(url)).rejects.toThrow('private network');
    expect(requests).toBe(0);
  });

  it('asks nobody about an address, however it is written', async () => {
    for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]']) {
      await expect(post(`http://${host}:${port}/`)).rejects.toThrow('private network');
    }
    expect(asked).toEqual([]);
    expect(requests).toBe(0);
  });

  it('reaches inner addresses where they are allowed', async () => {
    expect(await post(`http://127.0.0.1:${port}/`, true)).toMatchObject({ status: 200, text: 'inside' });
  });

  it('lets a name pass that cannot be looked up now', async () => {
    expect(await findReachFault('https://not-yet.example.com/', false)).toBeNull();
  });
});
