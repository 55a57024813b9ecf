import { describe, expect, it } from 'vitest';
import { isSameMessage, readAgent, readLink, readSentAt } from './message-traces';

describe('traces of a message', () => {
  it('are read under the names that tools use, within context too', () => {
    expect(readAgent({ user_agent: ' curl/8 ' })).toBe('curl/8');
    expect(readAgent({ context: { userAgent: 'curl/8' } })).toBe('curl/8');
    expect(readAgent({ userAgent: '', context: null })).toBeNull();
    expect(readLink({ href: '/a' })).toBe('/a');
  });

  it.each([
    ['2026-11-20T09:30:07Z', Date.UTC(2026, 10, 20, 9, 30, 7)],
    ['2026-11-20T09:30:07', Date.UTC(2026, 10, 20, 9, 30, 7)],
    ['2026-11-20T10:30:07+01:00', Date.UTC(2026, 10, 20, 9, 30, 7)],
    ['2026-11-20', null],
    ['soon', null],
  ])('sent at %s', (sentAt, instant) => {
    expect(readSentAt({ sent_at: sentAt })).toBe(instant);
  });

  it('tell messages apart by the first name that both have', () => {
    expect(isSameMessage({ emailId: 7, subject: 'A' }, { emailId: '7', subject: 'B' })).toBe(true);
    expect(isSameMessage({ subject: 'A' }, { subject: 'B' })).toBe(false);
    expect(isSameMessage({ emailId: 7 }, { subject: 'B' })).toBe(true);
  });
});
