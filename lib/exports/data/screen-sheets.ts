import { listAuditEntries, type AuditKey } from '@/lib/audit/data';
import { listFiltered } from '@/lib/events/data';
import type { EventKey } from '@/lib/events/types';
import type { SearchParams } from '@/lib/leads/address';
import { filteredAddressSchema } from '@/lib/events/schema';
import { auditAddressSchema } from '@/lib/audit/schema';
import { leadSearchSchema } from '@/lib/leads/schema';
import { toConditions, toSearchFilter } from '@/lib/leads/lead-filter';
import { listQueueTiers } from '@/lib/queue/data';
import { toQueueConditions, toQueueFilter } from '@/lib/queue/queue-conditions';
import { queueSearchSchema } from '@/lib/queue/schema';
import { streamDeals } from '@/lib/reports/data/deals';
import { streamLeadsBehind } from '@/lib/reports/data/leads-behind';
import { findPlaces, openLeadsBehind, openReport } from '@/lib/reports/data/open-report';
import { dealSearchSchema, leadsBehindSchema } from '@/lib/reports/schema';
import { ROWS_AT_ONCE, type ExportFormat, type ExportList } from '../constants';
import { toCell } from '../to-cell';
import type { Cell, Sheet } from '../write-csv';
import { openLeadSheet, openScoreSheet } from './lead-sheets';

/** Who looks at a list, when, and for whom the file is made. */
export interface Viewing {
  userId: string;
  now: Date;
  format: ExportFormat;
}

/** What a screen of a list shows under an address, all of its pages, as a table. */
export async function openListSheet(
  list: ExportList,
  params: SearchParams,
  viewing: Viewing,
): Promise<Sheet> {
  return OPEN[list](params, viewing);
}

const OPEN: Record<ExportList, (params: SearchParams, viewing: Viewing) => Promise<Sheet>> = {
  leads: (params, { format }) => {
    const search = leadSearchSchema.parse(params);
    const conditions = toConditions(toSearchFilter(search));
    return format === 'plain'
      ? openLeadSheet(conditions, search.sort)
      : Promise.resolve(openScoreSheet(conditions, 'rank', format));
  },
  queue: async (params, { userId, now }) => {
    const search = queueSearchSchema.parse(params);
    const tiers = await listQueueTiers();
    return openLeadSheet(
      toQueueConditions(search.tab, toQueueFilter(search), tiers, { userId, now }),
      'rank',
    );
  },
  deals: openDealList,
  'report-leads': openLeadsBehindList,
  filtered: (params) => Promise.resolve(openFilteredList(params)),
  audit: (params) => Promise.resolve(openAuditList(params)),
};

async function openDealList(params: SearchParams, { now }: Viewing): Promise<Sheet> {
  const search = dealSearchSchema.parse(params);
  const { live, period, counting } = await openReport(search, now);
  const query = { ...search, places: findPlaces(live, search) };
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const deal of streamDeals(query, period, now, counting)) {
      const { id, name, lead, company, tier, score, outcome, amount, currency, engagedAt, closedAt } = deal;
      const instants = [new Date(engagedAt), closedAt === null ? null : new Date(closedAt)];
      yield [
        id,
        name,
        lead?.id ?? null,
        lead?.name ?? null,
        company,
        tier,
        score,
        outcome,
        amount,
        currency,
        ...instants,
      ];
    }
  }
  const names = ['id', 'name', 'lead.id', 'lead.name', 'company.name', 'tier', 'score', 'outcome'];
  return { columns: [...names, 'amount', 'currency', 'engagedAt', 'closedAt'], rows: rows() };
}

async function openLeadsBehindList(params: SearchParams, { now }: Viewing): Promise<Sheet> {
  const { query } = await openLeadsBehind(leadsBehindSchema.parse(params), now);
  async function* rows(): AsyncGenerator<Cell[]> {
    for await (const { lead, at, tier, score, minutes, rep, answer, now: present } of streamLeadsBehind(
      query,
    )) {
      const { id = null, name = null, company = null } = lead ?? {};
      yield [
        ...[id, name, company, new Date(at), tier, score, minutes, rep, answer],
        ...[present?.tier ?? null, present?.score ?? null],
      ];
    }
  }
  const names = ['lead.id', 'lead.name', 'company.name', 'at', 'tier', 'score', 'minutes', 'rep', 'answer'];
  return { columns: [...names, 'now.tier', 'now.score'], rows: rows() };
}

function openFilteredList(params: SearchParams): Sheet {
  const { reason } = filteredAddressSchema.parse(params);
  async function* rows(): AsyncGenerator<Cell[]> {
    for (let before: EventKey | undefined; ;) {
      const events = await listFiltered({ reason, before, limit: ROWS_AT_ONCE });
      for (const event of events) {
        const { id, at, type, leadId, leadEmail, companyName, properties } = event;
        yield [id, at, event.reason, type, leadId, leadEmail, companyName, toCell(properties)];
      }
      before = events.at(-1);
      if (events.length < ROWS_AT_ONCE) return;
    }
  }
  const columns = ['id', 'at', 'reason', 'type', 'lead.id', 'lead.email', 'company.name', 'properties'];
  return { columns, rows: rows() };
}

function openAuditList(params: SearchParams): Sheet {
  const { action } = auditAddressSchema.parse(params);
  async function* rows(): AsyncGenerator<Cell[]> {
    for (let before: AuditKey | undefined; ;) {
      const entries = await listAuditEntries({ action, before, limit: ROWS_AT_ONCE });
      for (const { id, at, actor, action: done, subject, details } of entries) {
        yield [id, at, actor, done, subject, toCell(details)];
      }
      before = entries.at(-1);
      if (entries.length < ROWS_AT_ONCE) return;
    }
  }
  return { columns: ['id', 'at', 'actor', 'action', 'subject', 'details'], rows: rows() };
}
