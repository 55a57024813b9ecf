import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SharedStream } from './shared-stream';

describe('SharedStream', () => {
  let say: (message: object) => void;
  const disconnect = vi.fn();
  const connect = vi.fn((onText: (text: string) => void) => {
    say = (message) => onText(JSON.stringify(message));
    return disconnect;
  });
  const listen = (stream: SharedStream, topic = 'leads') => {
    const heard: unknown[] = [];
    const leave = stream.listen({
      topic,
      onData: (data) => heard.push(data),
      onOpen: () => heard.push('open'),
    });
    return { heard, leave };
  };

  beforeEach(() => {
    vi.useFakeTimers();
    vi.clearAllMocks();
  });
  afterEach(() => vi.useRealTimers());

  it('connects once for all listeners and tells each its topic', () => {
    const stream = new SharedStream(connect);
    const leads = listen(stream);
    const imports = listen(stream, 'imports');
    say({ topic: 'open' });
    say({ topic: 'leads', data: 1 });
    say({ topic: 'imports', data: 2 });
    expect(connect).toHaveBeenCalledTimes(1);
    expect(leads.heard).toEqual(['open', 1]);
    expect(imports.heard).toEqual(['open', 2]);
  });

  it('stays connected from one screen to the next, and ends when nobody listens any more', () => {
    const stream = new SharedStream(connect);
    listen(stream).leave();
    vi.advanceTimersByTime(1_000);
    const next = listen(stream);
    vi.advanceTimersByTime(60_000);
    expect(disconnect).not.toHaveBeenCalled();
    next.leave();
    vi.advanceTimersByTime(3_000);
    expect(disconnect).toHaveBeenCalledTimes(1);
  });

  it('is away until it opens, when it is told so, and after a silence', () => {
    const stream = new SharedStream(connect);
    const changes: string[] = [];
    stream.onState(() => changes.push(stream.getState()));
    listen(stream);
    expect(stream.getState()).toBe('away');
    say({ topic: 'open' });
    say({ topic: 'away' });
    say({ topic: 'beat' });
    vi.advanceTimersByTime(30_000);
    expect(stream.getState()).toBe('live');
    vi.advanceTimersByTime(20_000);
    expect(changes).toEqual(['live', 'away', 'live', 'away']);
  });

  it('passes over what is no message', () => {
    const stream = new SharedStream((onText) => {
      onText('<html>');
      onText('{"data":1}');
      return disconnect;
    });
    expect(listen(stream).heard).toEqual([]);
    expect(stream.getState()).toBe('away');
  });
});
