import { describe, expect, it } from 'vitest';
import { grant } from './actor';
import { HOME, isAllowed, type Permission } from './permissions';

const ROLES = ['rep', 'manager', 'ops', 'admin'] as const;

describe('isAllowed', () => {
  const cases: [Permission, string[]][] = [
    ['leads:read', ['rep', 'manager', 'ops', 'admin']],
    ['leads:work', ['rep', 'manager', 'admin']],
    ['leads:merge', ['rep', 'manager', 'ops', 'admin']],
    ['events:decide', ['rep', 'manager', 'ops', 'admin']],
    ['rubric:write', ['ops', 'admin']],
    ['reports:read', ['manager', 'ops', 'admin']],
    ['imports:write', ['ops', 'admin']],
    ['routing:write', ['ops', 'admin']],
    ['leads:review', ['manager', 'ops', 'admin']],
    ['webhooks:manage', ['ops', 'admin']],
    ['network:manage', ['admin']],
    ['people:manage', ['admin']],
  ];
  it.each(cases)('%s is for %j alone', (permission, allowed) => {
    expect(ROLES.filter((role) => isAllowed(role, permission))).toEqual(allowed);
  });
});

describe('grant', () => {
  it('makes an actor of those who may, and of nobody else', () => {
    const person = { id: '1', name: 'Maya Krause', email: 'maya@leadgrid.example', role: 'rep' as const };
    expect(grant(person, 'leads:work')).toMatchObject(person);
    expect(grant(person, 'rubric:write')).toBeNull();
  });
});

describe('HOME', () => {
  it('leads each role to a screen of its own', () => {
    expect(HOME).toEqual({ rep: '/queue', manager: '/reports', ops: '/rubric', admin: '/queue' });
  });
});
