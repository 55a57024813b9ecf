import { describe, expect, it } from 'vitest';
import { toFrame } from './frame';

describe('toFrame', () => {
  it('writes a message as one event of one line of JSON', () => {
    const mark = { id: 'a\nb', rank: 0, score: 88, respondBy: null, tierSince: 5, holder: null, open: true };
    const frame = toFrame({ topic: 'leads', data: { marks: [mark], more: false } });
    expect(frame.endsWith('\n\n')).toBe(true);
    const [line = '', ...rest] = frame.trimEnd().split('\n');
    expect(rest).toEqual([]);
    expect(JSON.parse(line.replace(/^data: /, ''))).toEqual({
      topic: 'leads',
      data: { marks: [mark], more: false },
    });
  });

  it('says with the first one how soon to come back', () => {
    expect(toFrame({ topic: 'open' })).toBe('retry: 2000\ndata: {"topic":"open"}\n\n');
  });
});
