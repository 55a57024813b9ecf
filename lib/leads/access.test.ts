import { describe, expect, it } from 'vitest';
import { whyNotWork } from './access';

const NOW = Date.UTC(2026, 0, 5, 9);
const maya = { id: 'maya', name: 'Maya Krause' };
const tim = { id: 'tim', name: 'Tim Brandt' };
const rep = { id: 'maya', role: 'rep' as const };
const free = { owner: null, lock: null };

describe('whyNotWork', () => {
  it('lets a rep work their own and free leads', () => {
    expect(whyNotWork(rep, free, NOW)).toBeNull();
    expect(whyNotWork(rep, { owner: maya, lock: null }, NOW)).toBeNull();
    expect(whyNotWork(rep, { owner: null, lock: { ...maya, until: NOW + 1 } }, NOW)).toBeNull();
  });

  it('keeps a rep off the leads of colleagues', () => {
    expect(whyNotWork(rep, { owner: tim, lock: null }, NOW)).toBe('Tim Brandt works this lead.');
    const held = { owner: null, lock: { ...tim, until: NOW + 1 } };
    expect(whyNotWork(rep, held, NOW)).toBe('Tim Brandt has just taken this lead.');
  });

  it('forgets a lock that ran out', () => {
    expect(whyNotWork(rep, { owner: null, lock: { ...tim, until: NOW } }, NOW)).toBeNull();
  });

  it('lets managers and admins work any lead', () => {
    const others = { owner: tim, lock: null };
    expect(whyNotWork({ id: 'm', role: 'manager' }, others, NOW)).toBeNull();
    expect(whyNotWork({ id: 'a', role: 'admin' }, others, NOW)).toBeNull();
  });
});
