import { v7 } from 'uuid';
import { noteEdits } from '@/lib/edits/mutations';
import { publishClosedDeals, settleLeadStates } from '@/lib/deals/mutations';
import { querySql } from '@/lib/server/sql';
import { flattenValues, type FlatValues } from '../flat-values';
import type { Outcome } from '../types';
import { externalKey, type BatchContext } from './batch';
import { engageByDeals } from './engage-by-deals';

/** A deal as a row tells of it; what is null stays as it is. */
export interface DealValues {
  /** Of a deal that is stored already: it goes before source and external id. */
  id?: string;
  source: string | null;
  externalId: string | null;
  name: string | null;
  leadId: string | null;
  companyId: string | null;
  ownerId: string | null;
  stage: string | null;
  outcome: Outcome | null;
  /** Decimal text with two digits. */
  amount: string | null;
  currency: string | null;
  lostReason: string | null;
  createdAt: string | null;
  closedAt: string | null;
}

/** What of a deal is not told by its row, but holds when it is new. */
interface Assumed {
  /** ISO 8601. */
  createdAt: string;
  name?: string | null;
  /** When a deal that is won or lost with this row was closed; not assumed when absent. */
  closedAt?: string;
}

/** What a deal is looked up by. */
type DealKey = Pick<DealValues, 'id' | 'source' | 'externalId'>;

interface DealDraft extends DealValues {
  id: string;
  name: string;
  outcome: Outcome;
  isNew: boolean;
  edits: number;
  /** What it was stored with; null when it is new. */
  outcomeBefore: Outcome | null;
}

const FIELDS = [
  'name',
  'leadId',
  'companyId',
  'ownerId',
  'stage',
  'outcome',
  'amount',
  'currency',
  'lostReason',
  'createdAt',
  'closedAt',
] as const;

const RECORD = `r("id" uuid, "source" text, "externalId" text, "name" text, "leadId" uuid, "companyId" uuid,
  "ownerId" uuid, "stage" text, "outcome" "DealOutcome", "amount" numeric, "currency" text, "lostReason" text,
  "createdAt" timestamptz, "closedAt" timestamptz)`;

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** The deals that a batch of rows tells of: looked up in one query, changed in memory, written in one statement each. */
export class DealBook {
  private readonly byKey = new Map<string, DealDraft>();
  /** Rows that were there before, as they were. */
  private readonly stored = new Map<string, FlatValues>();
  private readonly byId = new Map<string, DealDraft>();

  private constructor(private readonly context: BatchContext) {}

  /** Reads and locks the deals that rows mean. */
  static async open(context: BatchContext, keys: readonly DealKey[]): Promise<DealBook> {
    const book = new DealBook(context);
    const rows = await querySql<Omit<DealDraft, 'isNew' | 'edits' | 'outcomeBefore'> & { updatedAt: Date }>(
      context.tx,
      `WITH named AS (
         SELECT d."id" FROM unnest($1::text[], $2::text[]) AS k("source", "externalId")
           JOIN "Deal" d USING ("source", "externalId")
         UNION SELECT d."id" FROM "Deal" d WHERE d."id" = ANY($3::uuid[]))
       SELECT d."id", d."source", d."externalId", d."name", d."leadId", d."companyId", d."ownerId", d."stage",
         d."outcome"::text AS "outcome", d."amount"::text AS "amount", d."currency"::text AS "currency",
         d."lostReason", to_char(d."createdAt" AT TIME ZONE 'UTC', ${INSTANT}) AS "createdAt",
to_char(d."closedAt" AT TIME ZONE 'UTC', ${INSTANT}) AS "closedAt", d."updatedAt"
       FROM named JOIN "Deal" d USING ("id") ORDER BY d."id" FOR UPDATE OF d`,
      [keys.map((key) => key.source), keys.map((key) => key.externalId), keys.flatMap((key) => key.id ?? [])],
    );
    for (const { updatedAt, ...row } of rows) {
      book.stored.set(row.id, toValues(row, updatedAt));
      book.add({ ...row, isNew: false, edits: 0, outcomeBefore: row.outcome });
    }
    return book;
  }

  /** The deal that a key means. */
  find({ id, source, externalId }: DealKey): DealDraft | undefined {
    if (id) return this.byId.get(id);
    return source && externalId ? this.byKey.get(externalKey(source, externalId)) : undefined;
  }

  /** Merges a row. */
  take(row: DealValues, assumed: Assumed): 'created' | 'updated' | 'unchanged' {
    const draft = this.find(row);
    const closes = (row.outcome === 'won' || row.outcome === 'lost') && row.outcome !== draft?.outcome;
    const values = { ...row, closedAt: row.closedAt ?? (closes ? (assumed.closedAt ?? null) : null) };
    if (!draft) {
      const [name, outcome] = [values.name ?? assumed.name ?? 'Deal', values.outcome ?? 'open'];
      const createdAt = values.createdAt ?? values.closedAt ?? assumed.createdAt;
      this.add({ ...values, name, outcome, createdAt, id: v7(), isNew: true, edits: 0, outcomeBefore: null });
      return 'created';
    }
    const given = FIELDS.filter((field) => values[field] !== null && values[field] !== draft[field]);
    // A deal that was opened again is not closed any more.
    const reopened = values.outcome === 'open' && draft.closedAt !== null;
    if (given.length === 0 && !reopened) return 'unchanged';
    for (const field of given) Object.assign(draft, { [field]: values[field] });
    if (reopened) draft.closedAt = null;
    draft.edits += 1;
    return 'updated';
  }

  /** Writes what was made and changed; freezes how the leads concerned were first engaged, and lets them stand as it says. */
  async save(): Promise<void> {
    const drafts = [...this.byId.values()];
    const made = drafts.filter((draft) => draft.isNew);
    const changed = drafts.filter((draft) => draft.edits > 0 && !draft.isNew);
    if (made.length > 0) await this.insert(made);
    if (changed.length > 0) await this.update(changed);
    const engaged = [...made, ...changed].flatMap(({ leadId, createdAt, closedAt }) => {
      const known = [createdAt, closedAt].filter((instant) => instant !== null).sort();
      return leadId && known[0] ? [{ leadId, at: new Date(known[0]) }] : [];
    });
    const firsts = await engageByDeals(this.context.tx, engaged);
    const settled = await settleLeadStates(
      this.context.tx,
      engaged.map(({ leadId }) => leadId),
    );
    await noteEdits(this.context, [
      ...changed.map((draft) => {
        const before = this.stored.get(draft.id) ?? {};
        return {
          entity: 'deal' as const,
          entityId: draft.id,
          before,
          after: toValues(draft, this.context.now),
        };
      }),
      ...firsts.map(({ leadId, at }) => ({
        entity: 'lead' as const,
        entityId: leadId,
        before: {},
        after: flattenValues({ firstEngagedAt: at }),
      })),
      ...settled.map(({ id, before, after }) => ({
        entity: 'lead' as const,
        entityId: id,
        before: { state: before },
        after: { state: after },
      })),
    ]);
    await this.publishClosed([...made, ...changed]);
  }

  private async publishClosed(drafts: readonly DealDraft[]): Promise<void> {
    // A program that says so without a date means now; in a file it means that nobody knows.
    const assumed = this.context.origin === 'import' ? null : this.context.now;
    const closed = drafts.flatMap(({ id, leadId, outcome, outcomeBefore, closedAt }) =>
      outcome === 'open' || outcome === outcomeBefore
        ? []
        : { id, leadId, outcome, closedAt: closedAt === null ? assumed : new Date(closedAt) },
    );
    await publishClosedDeals(this.context.tx, closed, this.context.now);
  }

  private add(draft: DealDraft): void {
    this.byId.set(draft.id, draft);
    if (draft.source && draft.externalId) this.byKey.set(externalKey(draft.source, draft.externalId), draft);
  }

  private async insert(drafts: readonly DealDraft[]): Promise<void> {
    const { tx, importId, now } = this.context;
    await querySql(
      tx,
      `INSERT INTO "Deal" ("id", "source", "externalId", "name", "leadId", "companyId", "ownerId", "stage",
         "outcome", "amount", "currency", "lostReason", "createdAt", "closedAt", "importId", "updatedAt")
       SELECT r.*, $2::uuid, $3::timestamptz FROM jsonb_to_recordset($1::jsonb) AS ${RECORD}`,
      [JSON.stringify(drafts), importId, now],
    );
  }

  private async update(drafts: readonly DealDraft[]): Promise<void> {
    await querySql(
      this.context.tx,
      `UPDATE "Deal" d SET "name" = r."name", "leadId" = r."leadId", "companyId" = r."companyId",
         "ownerId" = r."ownerId", "stage" = r."stage", "outcome" = r."outcome", "amount" = r."amount",
         "currency" = r."currency", "lostReason" = r."lostReason", "createdAt" = r."createdAt",
         "closedAt" = r."closedAt", "updatedAt" = $2::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS ${RECORD} WHERE d."id" = r."id"`,
      [JSON.stringify(drafts), this.context.now],
    );
  }
}

function toValues(draft: DealValues, updatedAt: Date): FlatValues {
  return flattenValues({ ...Object.fromEntries(FIELDS.map((field) => [field, draft[field]])), updatedAt });
}
