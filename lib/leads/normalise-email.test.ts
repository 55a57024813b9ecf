import { describe, expect, it } from 'vitest';
import { normaliseEmail } from './normalise-email';

describe('normaliseEmail', () => {
  it.each([
    ['  Ann@Example.COM ', 'ann@example.com'],
    ['mailto:ann@example.com', 'ann@example.com'],
    ["o'neil+sales@sub.example.co.uk", "o'neil+sales@sub.example.co.uk"],
    ['jörg@müller.example', 'jörg@müller.example'],
  ])('reads %s', (text, address) => expect(normaliseEmail(text)).toBe(address));

  it.each([
    '',
    'ann',
    'ann@',
    '@example.com',
    'ann@example',
    'ann@@example.com',
    'a b@example.com',
    'ann@exa mple.com',
    'ann..b@example.com',
    '.ann@example.com',
    'ann@-example.com',
    'ann@10.0.0.1',
    'm.keller(at)voss.example',
    `${'a'.repeat(65)}@example.com`,
  ])('refuses "%s"', (text) => expect(normaliseEmail(text)).toBeNull());
});
