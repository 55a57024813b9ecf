import { describe, expect, it } from 'vitest';
import { buildLists } from './domain-lists';

describe('buildLists', () => {
  const lists = buildLists();
  const personal = new Set(lists.personalDomains);
  const disposable = new Set(lists.disposableDomains);

  it('tells free mail from throw-away mail, and no domain is both', () => {
    expect(['gmail.com', 'gmx.de', 'proton.me'].every((domain) => personal.has(domain))).toBe(true);
    expect(
      ['mailinator.com', 'yopmail.com', '10minutemail.com'].every((domain) => disposable.has(domain)),
    ).toBe(true);
    expect(lists.personalDomains.filter((domain) => disposable.has(domain))).toEqual([]);
    expect(disposable.size).toBeGreaterThan(50_000);
    expect(lists.roleNames).toContain('info');
  });

  it('lists no registry under which companies live, and no name kept for examples', () => {
    for (const domain of ['web.id', 'za.com', 'example.com']) {
      expect(personal.has(domain) || disposable.has(domain)).toBe(false);
    }
  });

  it('takes an installation’s own additions and exceptions before what comes with the packages', () => {
    const own = buildLists({
      personalDomains: ['Mailinator.com '],
      disposableDomains: ['gmail.com'],
      roleNames: ['kontakt'],
      businessDomains: ['gmx.de'],
    });
    expect(own.personalDomains).toContain('mailinator.com');
    expect(own.disposableDomains).not.toContain('mailinator.com');
    expect(own.disposableDomains).toContain('gmail.com');
    expect(own.personalDomains).not.toContain('gmail.com');
    expect(own.personalDomains).not.toContain('gmx.de');
    expect(own.roleNames).toEqual(expect.arrayContaining(['info', 'kontakt']));
  });

  it('refuses a setting of another shape', () => {
    expect(() => buildLists({ personalDomains: 'gmail.com' })).toThrow();
  });
});
