import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { MAIL_SETTING, NETWORK_SETTING } from '../constants';
import { readMail, readNetwork } from '../data/settings';

const FIXED = 'The environment sets this: change it there and start Leadgrid anew.';

/** Allows or forbids sending to addresses inside private networks, for the whole installation. */
export async function saveNetwork(
  actor: Actor<'network:manage'>,
  allowPrivateAddresses: boolean,
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const before = await readNetwork(tx);
    if (before.fixed) throw new AppError('conflict', FIXED);
    if (before.allowPrivateAddresses === allowPrivateAddresses) return;
    const value = { allowPrivateAddresses };
    await tx.setting.upsert({
      where: { key: NETWORK_SETTING },
      create: { key: NETWORK_SETTING, value },
      update: { value },
    });
    const action = allowPrivateAddresses ? 'network.private_allowed' : 'network.private_forbidden';
    await writeAudit(tx, { user: actor, action });
  });
}

/** Sets the mail server and who mail comes from. An address that is left out stays as it was. */
export async function saveMail(
  actor: Actor<'network:manage'>,
  { url, from }: { url?: string | undefined; from: string },
): Promise<void> {
  await getDb().$transaction(async (tx) => {
    const before = await readMail(tx);
    if (before?.fixed) throw new AppError('conflict', FIXED);
    const server = url ?? before?.url;
    if (server === undefined) {
      const message = 'The address of a mail server is needed';
      throw new AppError('invalid', message, [{ path: 'url', message }]);
    }
    const value = { url: server, from };
    await tx.setting.upsert({
      where: { key: MAIL_SETTING },
      create: { key: MAIL_SETTING, value },
      update: { value },
    });
    const details = { host: new URL(server).host, from, addressChanged: url !== undefined };
    await writeAudit(tx, { user: actor, action: 'mail.changed', details });
  });
}
