import { describe, expect, it } from 'vitest';
import { ownListsSchema } from './schema';

const EMPTY = { personalDomains: [], disposableDomains: [], businessDomains: [], roleNames: [] };

describe('ownListsSchema', () => {
  it('reads entries trimmed, lower-cased, sorted, once each', () => {
    const lists = ownListsSchema.parse({
      ...EMPTY,
      personalDomains: [' Post.Example ', 'mail.example', 'post.example'],
    });
    expect(lists.personalDomains).toEqual(['mail.example', 'post.example']);
  });

  it.each(['example', 'a b.example', 'https://a.example', '@a.example', '-a.example', ''])(
    'refuses the domain %j',
    (domain) => {
      expect(ownListsSchema.safeParse({ ...EMPTY, disposableDomains: [domain] }).success).toBe(false);
    },
  );

  it.each(['info@', 'a b', '@', ''])('refuses the mailbox %j', (mailbox) => {
    expect(ownListsSchema.safeParse({ ...EMPTY, roleNames: [mailbox] }).success).toBe(false);
  });

  it('refuses a domain in two lists, naming it', () => {
    const both = { ...EMPTY, personalDomains: ['a.example'], businessDomains: ['a.example'] };
    const issue = ownListsSchema.safeParse(both).error?.issues[0];
    expect(issue?.path).toEqual(['businessDomains']);
    expect(issue?.message).toContain('a.example');
  });
});
