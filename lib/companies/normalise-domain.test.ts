import { describe, expect, it } from 'vitest';
import { normaliseDomain } from './normalise-domain';

describe('normaliseDomain', () => {
  it.each([
    ['Acme.COM', 'acme.com'],
    ['https://www.acme.com/about?x=1', 'acme.com'],
    ['http://acme.com:8080', 'acme.com'],
    ['www.acme.co.uk.', 'acme.co.uk'],
    ['ann@acme.com', 'acme.com'],
  ])('reads %s as %s', (text, domain) => expect(normaliseDomain(text)).toBe(domain));

  it.each(['', 'acme', 'acme inc.com', '10.0.0.1', 'https://', '-acme.com'])('refuses "%s"', (text) =>
    expect(normaliseDomain(text)).toBeNull(),
  );
});
