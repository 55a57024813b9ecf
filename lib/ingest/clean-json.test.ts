import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundBytes, cleanJson, isSuspicious } from './clean-json';

const nest = (depth: number): unknown => {
  let value: unknown = 1;
  for (let n = 0; n < depth; n++) value = { a: value };
  return value;
};

describe('cleanJson', () => {
  it('drops what Postgres keeps in no text', () => {
    expect(cleanJson({ 'k\0': ['a\0b', '\ud83d', '😀', 1, null, true] })).toEqual({
      k: ['ab', '\ufffd', '😀', 1, null, true],
    });
  });

  it.each([
    ['{"a":"\\u0000"}', true],
    ['{"a":"\\uD83D"}', true],
    ['{"a":"plain é 😀 \\u00e9"}', false],
  ])('%s may need it: %s', (json, suspicious) => expect(isSuspicious(json)).toBe(suspicious));

  it('ends in what is nested without end', () => {
    expect(() => JSON.stringify(cleanJson(nest(100_000)))).not.toThrow();
  });
});

describe('boundBytes', () => {
  it.each([
    [10, true],
    [24, true],
    [25, false],
    [100_000, false],
  ])('%i levels are bounded: %s', (depth, bounded) => {
    expect(Number.isFinite(boundBytes(nest(depth)))).toBe(bounded);
  });

  it('is never less than what the value takes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(boundBytes(value)).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(value)));
      }),
    );
  });
});
