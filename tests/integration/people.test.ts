import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { grant, type Actor } from '@/lib/auth/actor';
import { closeDb, getDb } from '@/lib/server/db';
import { hashPassword, verifyPassword } from '@/lib/server/passwords';
import { createRateLimit } from '@/lib/server/rate-limit';
import {
  createFirstAdminToken,
  createPasswordToken,
  invitePerson,
  joinByInvitation,
  setPasswordByToken,
  updatePerson,
} from '@/lib/users/mutations';
import { clearDatabase } from '../support/clear-database';

const NOW = new Date('2026-11-02T09:00:00Z');
const PASSWORD = 'correct horse battery';

async function createAdmin(email: string): Promise<Actor<'people:manage'>> {
  const user = await getDb().user.create({
    data: { name: 'Ada Admin', email, role: 'admin', passwordHash: await hashPassword(PASSWORD) },
  });
  const actor = grant(user, 'people:manage');
  if (!actor) throw new Error('An admin manages people');
  return actor;
}

function join(token: string, email: string) {
  return joinByInvitation({ token, name: 'New Person', email, password: PASSWORD }, NOW);
}

describe('people', () => {
  beforeEach(clearDatabase);
  afterAll(closeDb);

  it('lets the first admin in by a link that works once, and only while nobody has an account', async () => {
    const token = await createFirstAdminToken(NOW);
    expect(token).not.toBeNull();
    await join(token ?? '', 'first@leadgrid.example');
    await expect(join(token ?? '', 'second@leadgrid.example')).rejects.toThrow('used already');
    const users = await getDb().user.findMany();
    expect(users.map(({ email, role }) => [email, role])).toEqual([['first@leadgrid.example', 'admin']]);
    expect(await verifyPassword(users[0]?.passwordHash, PASSWORD)).toBe(true);
    expect(users[0]?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await createFirstAdminToken(NOW)).toBeNull();
  });

  it('lets two people with one link in once', async () => {
    const token = (await createFirstAdminToken(NOW)) ?? '';
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, (_, i) => join(token, `person${i}@leadgrid.example`)),
    );
    expect(tries.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    expect(await getDb().user.count()).toBe(1);
  });

  it('binds an invitation to the invited address, its role and its week', async () => {
    const admin = await createAdmin('ada@leadgrid.example');
    const token = await invitePerson(admin, { role: 'ops', email: 'ina@leadgrid.example' }, NOW);
    await expect(join(token, 'other@leadgrid.example')).rejects.toThrow('for ina@leadgrid.example');
    const late = new Date(NOW.getTime() + 8 * 86_400_000);
    await expect(
      joinByInvitation({ token, name: 'Ina', email: 'ina@leadgrid.example', password: PASSWORD }, late),
    ).rejects.toThrow('expired');
    await join(token, 'ina@leadgrid.example');
    const ina = await getDb().user.findUniqueOrThrow({ where: { email: 'ina@leadgrid.example' } });
    expect(ina.role).toBe('ops');
    await expect(invitePerson(admin, { role: 'rep', email: 'ina@leadgrid.example' }, NOW)).rejects.toThrow(
      'has an account already',
    );
  });

  it('ends the sessions of whoever gets a new password or role', async () => {
    const admin = await createAdmin('ada@leadgrid.example');
    const token = await createPasswordToken(admin, admin.id, NOW);
    await setPasswordByToken({ token, password: 'another long password' }, NOW);
    const after = await getDb().user.findUniqueOrThrow({ where: { id: admin.id } });
    expect(after.sessionEpoch).toBe(1);
    expect(await verifyPassword(after.passwordHash, PASSWORD)).toBe(false);
    expect(await verifyPassword(after.passwordHash, 'another long password')).toBe(true);
  });

  it('keeps one admin, even when two demote each other at once', async () => {
    const one = await createAdmin('one@leadgrid.example');
    const two = await createAdmin('two@leadgrid.example');
    const results = await Promise.allSettled([
      updatePerson(one, { userId: two.id, role: 'rep' }),
      updatePerson(two, { userId: one.id, active: false }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await getDb().user.count({ where: { role: 'admin', active: true } })).toBe(1);
    const entries = await getDb().auditEntry.findMany({ where: { action: 'person.changed' } });
    expect(entries).toHaveLength(1);
  });

  it('limits tries over all processes, says how long to wait, and forgets after a success', async () => {
    const limit = createRateLimit('test-limit', 3, 60);
    for (let i = 0; i < 3; i++) await limit.consume('someone');
    await expect(limit.consume('someone')).rejects.toMatchObject({ code: 'rate_limited', status: 429 });
    await expect(limit.consume('someone else')).resolves.toBeUndefined();
    await limit.reset('someone');
    await expect(limit.consume('someone')).resolves.toBeUndefined();
  });
});
