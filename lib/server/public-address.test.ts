import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUrlFault, isPublicAddress } from './public-address';

/** Blocks that are not of the open internet: their first address and how many bits are free in it. */
const INNER_BLOCKS: [string, number][] = [
  ['0.0.0.0', 24],
  ['10.0.0.0', 24],
  ['100.64.0.0', 22],
  ['127.0.0.0', 24],
  ['169.254.0.0', 16],
  ['172.16.0.0', 20],
  ['192.0.0.0', 8],
  ['192.0.2.0', 8],
  ['192.168.0.0', 16],
  ['198.18.0.0', 17],
  ['198.51.100.0', 8],
  ['203.0.113.0', 8],
  ['224.0.0.0', 28],
  ['240.0.0.0', 28],
];

const toNumber = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const toDotted = (n: number) => [24, 16, 8, 0].map((shift) => Math.floor(n / 2 ** shift) % 256).join('.');
const toHexGroups = (n: number) => `${Math.floor(n / 65_536).toString(16)}:${(n % 65_536).toString(16)}`;

const innerAddress = fc
  .constantFrom(...INNER_BLOCKS)
  .chain(([first, bits]) =>
    fc.integer({ min: 0, max: 2 ** bits - 1 }).map((offset) => toNumber(first) + offset),
  );

/** Ways of writing one IPv4 address in a URL, all of which browsers and libc read. */
const SPELLINGS: ((n: number) => string)[] = [
  toDotted,
  String,
  (n) => `0x${n.toString(16)}`,
  (n) => `0${n.toString(8)}`,
  (n) => `0x${Math.floor(n / 2 ** 24).toString(16)}.${n % 2 ** 24}`,
  (n) =>
    toDotted(n)
      .split('.')
      .map((part) => `0x${Number(part).toString(16)}`)
      .join('.'),
  (n) =>
    toDotted(n)
      .split('.')
      .map((part) => `0${Number(part).toString(8)}`)
      .join('.'),
  (n) => `${toDotted(n)}.`,
  (n) => `[::ffff:${toDotted(n)}]`,
  (n) => `[::${toDotted(n)}]`,
  (n) => `[::ffff:${toHexGroups(n)}]`,
  (n) => `[64:ff9b::${toHexGroups(n)}]`,
  (n) => `[64:ff9b:1::${toHexGroups(n)}]`,
  (n) => `[2002:${toHexGroups(n)}::1]`,
];

describe('findUrlFault', () => {
  it('refuses every inner IPv4 address, however it is written', () => {
    fc.assert(
      fc.property(innerAddress, fc.constantFrom(...SPELLINGS), fc.boolean(), (address, spell, secure) => {
        const url = `http${secure ? 's' : ''}://${spell(address)}:8080/hook`;
        expect([url, findUrlFault(url, false)]).toEqual([url, expect.stringContaining('private network')]);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    'http://localhost/',
    'http://LOCALHOST./',
    'https://db.internal/',
    'https://printer.local',
    'https://router/',
    'https://a.home.arpa/x',
    'http://[::1]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[fd12:3456::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[2001::1]/',
    'http://0/',
    'http://127.1/',
    'http://0177.1/',
    'http://①②⑦.⓪.⓪.①/',
  ])('refuses %s', (url) => {
    expect(findUrlFault(url, false)).toContain('private network');
  });

  it.each([
    'https://hooks.example.com/a?b=c',
    'http://8.8.8.8/',
    'https://[2606:4700:4700::1111]/x',
    'https://example.com:8443/',
    'https://hooks.example.com./',
  ])('lets %s pass', (url) => {
    expect(findUrlFault(url, false)).toBeNull();
  });

  it.each([
    ['https://user:secret@example.com/', 'user name and password'],
    ['https://user@example.com/', 'user name and password'],
    ['ftp://example.com/', 'Only http and https'],
    ['file:///etc/passwd', 'Only http and https'],
    ['javascript:alert(1)', 'Only http and https'],
    ['gopher://127.0.0.1:6379/_INFO', 'Only http and https'],
    ['example.com/hook', 'not an address'],
    ['', 'not an address'],
    ['http://', 'not an address'],
    ['http://256.1.1.1/', 'not an address'],
  ])('refuses %s', (url, words) => {
    for (const allowInner of [true, false]) expect(findUrlFault(url, allowInner)).toContain(words);
  });

  it('lets inner addresses pass where they are allowed', () => {
    for (const url of ['http://127.0.0.1:9/', 'http://[::1]/', 'http://n8n.internal/hook']) {
      expect(findUrlFault(url, true)).toBeNull();
    }
  });
});

describe('isPublicAddress', () => {
  it('says no to whatever it cannot read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^[0-9a-f.:]+$/i.test(text));
        expect(isPublicAddress(text)).toBe(false);
      }),
    );
  });

  it('says no to an inner address with a zone', () => {
    expect(isPublicAddress('fe80::1%eth0')).toBe(false);
    expect(isPublicAddress('127.0.0.1%lo')).toBe(false);
  });

  it('says yes to most of the IPv4 space', () => {
    let yes = 0;
    for (let n = 0; n < 2 ** 32; n += 2 ** 20 + 7) if (isPublicAddress(toDotted(n))) yes += 1;
    // 1 − (0/8, 10/8, 127/8, 224/4, 240/4 and the small blocks).
    expect(yes / 4096).toBeCloseTo(0.862, 1);
  });
});
