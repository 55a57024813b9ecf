import { describe, expect, it } from 'vitest';
import { mergeLists, trimListChanges } from './merge-lists';
import { listChangesSchema } from './schema';

const DEFAULTS = {
  personalDomains: ['mail.example', 'post.example'],
  disposableDomains: ['bin.example'],
  roleNames: ['info'],
};

describe('mergeLists', () => {
  it('adds and takes off, sorted, without touching the other lists', () => {
    const changes = listChangesSchema.parse({
      personalDomains: { added: ['a.example'], removed: ['post.example'] },
    });
    expect(mergeLists(DEFAULTS, changes)).toEqual({
      personalDomains: ['a.example', 'mail.example'],
      disposableDomains: ['bin.example'],
      roleNames: ['info'],
    });
  });

  it('gives the shipped lists when nothing was changed', () => {
    expect(mergeLists(DEFAULTS, listChangesSchema.parse({}))).toEqual(DEFAULTS);
  });
});

describe('trimListChanges', () => {
  it('drops what is shipped anyway and what was never on the list', () => {
    const changes = listChangesSchema.parse({
      roleNames: { added: ['info', 'desk'], removed: ['nobody'] },
      disposableDomains: { removed: ['bin.example'] },
    });
    const trimmed = trimListChanges(DEFAULTS, changes);
    expect(trimmed.roleNames).toEqual({ added: ['desk'], removed: [] });
    expect(trimmed.disposableDomains).toEqual({ added: [], removed: ['bin.example'] });
  });
});

describe('listChangesSchema', () => {
  it('reads entries trimmed, lower-cased, once each', () => {
    const { added } = listChangesSchema.parse({
      personalDomains: { added: [' Mail.Example ', 'mail.example'] },
    }).personalDomains;
    expect(added).toEqual(['mail.example']);
  });

  it.each(['example', 'a b.example', 'https://a.example', '@a.example', ''])(
    'refuses the domain %j',
    (domain) => {
      expect(listChangesSchema.safeParse({ personalDomains: { added: [domain] } }).success).toBe(false);
    },
  );

  it('refuses an entry that is both added and taken off', () => {
    const both = { roleNames: { added: ['desk'], removed: ['desk'] } };
    expect(listChangesSchema.safeParse(both).error?.issues[0]?.path).toEqual(['roleNames']);
  });
});
