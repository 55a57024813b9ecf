import { describe, expect, it } from 'vitest';
import { readCounts } from './read-counts';

describe('counts on the command line', () => {
  it('replace the defaults by name', () => {
    expect(readCounts(['--leads', '10'], { leads: 1, events: 2 })).toEqual({ leads: 10, events: 2 });
  });

  it('are refused when they are none, or unknown', () => {
    expect(() => readCounts(['--leads', '0.5'], { leads: 1 })).toThrow('--leads takes a whole number');
    expect(() => readCounts(['--loads', '5'], { leads: 1 })).toThrow('--loads');
  });
});
