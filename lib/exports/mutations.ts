import { writeAudit } from '@/lib/audit/mutations';
import type { Actor } from '@/lib/auth/actor';
import { getDb } from '@/lib/server/db';
import type { ExportFormat, ExportKind, ExportList } from './constants';

/** What leaves the house as a file. */
export interface Export {
  list: ExportList | ExportKind;
  format: ExportFormat;
  /** The filters, as the address holds them. */
  filters: Record<string, string>;
}

/** Writes down that someone takes a list out, before the first row leaves. */
export async function noteExport(
  actor: Actor<'lists:export'> | 'command line',
  { list, format, filters }: Export,
): Promise<void> {
  const author = actor === 'command line' ? { user: null, actor } : { user: actor };
  await writeAudit(getDb(), {
    ...author,
    action: 'list.exported',
    subject: `list:${list}`,
    details: { ...filters, ...(format === 'plain' ? {} : { format }) },
  });
}

/** Writes down that someone takes out all that is held about a person, before the first word leaves. */
export async function noteLeadExport(actor: Actor<'lists:export'>, leadId: string): Promise<void> {
  await writeAudit(getDb(), { user: actor, action: 'lead.exported', subject: `lead:${leadId}` });
}
