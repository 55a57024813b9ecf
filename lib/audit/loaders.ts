import { requirePage } from '@/lib/auth/guards';
import { listAuditActions, listAuditEntries } from './data';
import { describeAction, describeDetails } from './describe-entry';
import { auditAddressSchema, formatAuditKey } from './schema';

const PAGE_SIZE = 50;

/** The audit screen: one page of entries in words, the actions to filter by, and the keys of the pages around it. */
export async function loadAudit(address: unknown) {
  await requirePage('settings:read', '/settings/audit');
  const { action, before, after } = auditAddressSchema.parse(address);
  const [found, actions] = await Promise.all([
    listAuditEntries({ action, before, after, limit: PAGE_SIZE + 1 }),
    listAuditActions(),
  ]);
  const more = found.length > PAGE_SIZE;
  const rows = after && more ? found.slice(1) : found.slice(0, PAGE_SIZE);
  const first = rows.at(0);
  const last = rows.at(-1);
  const hasNewer = after ? more : before !== undefined;
  const hasOlder = after ? true : more;
  return {
    action,
    actions: actions.map((name) => ({ value: name, label: describeAction(name) })),
    entries: rows.map(({ details, ...row }) => ({
      ...row,
      actionLabel: describeAction(row.action),
      details: describeDetails(details),
    })),
    newer: hasNewer && first ? formatAuditKey(first) : undefined,
    older: hasOlder && last ? formatAuditKey(last) : undefined,
  };
}

export type AuditPage = Awaited<ReturnType<typeof loadAudit>>;
