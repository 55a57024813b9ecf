import { z } from 'zod';
import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { MAIL_SETTING, NETWORK_SETTING } from '../constants';

const networkSchema = z.object({ allowPrivateAddresses: z.boolean() });
const mailSchema = z.object({ url: z.string(), from: z.string() });

async function readSetting(client: SqlClient, key: string): Promise<unknown> {
  const [row] = await querySql<{ value: unknown }>(client, 'SELECT "value" FROM "Setting" WHERE "key" = $1', [
    key,
  ]);
  return row?.value;
}

/** Whether addresses inside private networks may be sent to, and who says so. */
export interface NetworkSetting {
  allowPrivateAddresses: boolean;
  /** Set by the environment, which the settings cannot change. */
  fixed: boolean;
}

/** Whether private addresses are allowed: as the environment says, else as an admin set it; else not. */
export async function readNetwork(client: SqlClient = getPool()): Promise<NetworkSetting> {
  const given = process.env.LEADGRID_ALLOW_PRIVATE_ADDRESSES;
  if (given !== undefined && given !== '') return { allowPrivateAddresses: given === 'true', fixed: true };
  const stored = networkSchema.safeParse(await readSetting(client, NETWORK_SETTING)).data;
  return { allowPrivateAddresses: stored?.allowPrivateAddresses ?? false, fixed: false };
}

/** The mail server and who mail comes from. */
export interface MailSetting {
  /** `smtp://user:password@host:port`; holds a secret. */
  url: string;
  from: string;
  /** Set by the environment, which the settings cannot change. */
  fixed: boolean;
}

/** How mail is sent: as the environment says, else as an admin set it; null when nobody did. */
export async function readMail(client: SqlClient = getPool()): Promise<MailSetting | null> {
  const url = process.env.LEADGRID_SMTP_URL;
  if (url) return { url, from: process.env.LEADGRID_SMTP_FROM || 'leadgrid@localhost', fixed: true };
  const stored = mailSchema.safeParse(await readSetting(client, MAIL_SETTING)).data;
  return stored ? { ...stored, fixed: false } : null;
}

/** Where the app is reached, for links in messages. */
export function readBaseUrl(): string {
  return process.env.NEXTAUTH_URL ?? 'http://localhost:3000';
}
