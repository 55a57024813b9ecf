import { Readable } from 'node:stream';
import { grant, type Actor } from '@/lib/auth/actor';
import { importLocalFile } from '@/lib/imports/mutations/run-import';
import { importOptionsSchema } from '@/lib/imports/schema';
import type { ImportKind } from '@/lib/imports/types';
import { getDb } from '@/lib/server/db';

export const NOW = new Date('2026-11-22T10:00:00Z');
export const LATER = new Date('2026-11-23T10:00:00Z');

export const COMPANIES = `Company ID,Company Name,Company Domain Name,Industry,Number of Employees,Annual Revenue,Phone Number,Website,Street Address,City,State/Region,Postal Code,Country,Create Date,Last Modified Date,Company Owner
COMP-1,"Kessel, Sohn & Co",kessel.example,Manufacturing,1200,30024968.0,+49 30 1234,https://kessel.example,Kantstr. 1,Berlin,BE,01067,Germany,2024-01-02,2024-01-09,dwight@x.example
COMP-2,Lumen Freight,www.Lumen.example,Logistics,610,873607.15,,https://lumen.example,,Lisbon,,,Portugal,2023-02-01,2025-03-08,rep@x.example
`;
export const CONTACTS = `Contact ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Lifecycle Stage,Lead Status,Create Date,Last Modified Date,Contact Owner,Lead Source,Website URL,Street Address,City,State/Region,Postal Code,Country,Associated Company Domain
CONT-1,Mira,Hoffmann,Mira@Kessel.example,+49 1,,Head of Sales Operations,Lead,Open,2024-08-18,2025-01-28,rep@x.example,Webinar,,,Berlin,BE,01067,Germany,kessel.example
CONT-2,Tomás,Ribeiro,tomas@lumen.example,,,"VP, Revenue Operations",Lead,,2024-05-12,2025-03-14,dwight@x.example,Referral,,,Lisbon,,,Portugal,lumen.example
CONT-3,Laura,Smith,laura@home.example,,,Dealer,Other,,2022-04-16,2023-08-09,dwight@x.example,,,,,,,Nicaragua,
`;
export const ACTIVITIES = `Activity ID,Activity Type,Activity Date,Activity Owner,Notes/Description,Call/Meeting Title/Subject,Call Outcome,Meeting Outcome,Task Status,Task Due Date,Associated Contact Email
ACT-1,Call,2026-07-14,rep@x.example,Spoke about prices.,Call with Mira,Connected,,,,mira@kessel.example
ACT-2,Demo Requested,2026-11-20,rep@x.example,,,,,,,mira@kessel.example
ACT-3,Note,2025-07-03,rep@x.example,"Two
lines",,,,,,tomas@lumen.example
ACT-4,Email,2025-07-03,rep@x.example,,,,,,,nobody@else.example
`;
export const DEALS = `Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal Owner,Deal Type,Closed Lost Reason,Associated Company Domain,Associated Contact Email
DEAL-1,Kessel - New Business,Closed Won,Sales,210833.37,2025-06-17,2024-09-29,rep@x.example,New,,kessel.example,mira@kessel.example
DEAL-2,Lumen - New Business,Contract Sent,Sales,12532.3,2027-09-03,2025-05-01,rep@x.example,New,,lumen.example,nobody@lumen.example
DEAL-3,Nobody,Closed Lost,Sales,1,2025-01-01,2024-01-01,rep@x.example,New,Price,no.example,nobody@else.example
`;

export interface RunOptions {
  mapping?: object;
  source?: string | null;
  now?: Date;
}

export async function run(
  kind: ImportKind,
  content: string,
  { mapping = {}, source = null, now = NOW }: RunOptions = {},
) {
  const options = importOptionsSchema.parse({ mapping: { kind, ...mapping }, source });
  const file = { fileName: `${kind}.csv`, openBytes: () => Readable.from([Buffer.from(content)]) };
  const { importId, progress } = await importLocalFile(file, options, { clock: () => now });
  const { rowsRead, created, updated, unchanged, rejected } = progress;
  return { importId, rows: rowsRead, created, updated, unchanged, rejected };
}

export const counts = (created: number, updated: number, unchanged: number, rejected: number) => ({
  created,
  updated,
  unchanged,
  rejected,
});

/** Everything that imports write but the imports themselves, for comparing before and after. */
export async function snapshot() {
  const db = getDb();
  const orderBy = { id: 'asc' } as const;
  return {
    companies: await db.company.findMany({ orderBy }),
    leads: await db.lead.findMany({ orderBy }),
    events: await db.event.findMany({ orderBy }),
    deals: await db.deal.findMany({ orderBy }),
    changes: await db.attributeChange.findMany({ orderBy }),
    definitions: await db.attributeDefinition.findMany({ orderBy }),
  };
}

export async function createUser(email: string, role: 'ops' | 'rep') {
  return getDb().user.create({ data: { email, name: email, role, passwordHash: 'none' } });
}

export async function createImporter(): Promise<Actor<'imports:write'>> {
  const { id, name, email, role } = await createUser('ops@x.example', 'ops');
  const actor = grant({ id, name, email, role }, 'imports:write');
  if (!actor) throw new Error('ops may not import');
  return actor;
}
