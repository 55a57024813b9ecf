import { describe, expect, it } from 'vitest';
import { describeMinutes } from './describe-minutes';

describe('describeMinutes', () => {
  it.each([
    [0, '0 minutes'],
    [0.6, '1 minute'],
    [5, '5 minutes'],
    [60, '1 hour'],
    [61, '1 hour 1 minute'],
    [150, '2 hours 30 minutes'],
  ])('%d: %s', (count, words) => {
    expect(describeMinutes(count)).toBe(words);
  });
});
