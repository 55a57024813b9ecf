import { v7 } from 'uuid';
import { noteEdits } from '@/lib/edits/mutations';
import { querySql } from '@/lib/server/sql';
import { flattenValues, type FlatValues } from '../flat-values';
import { mergeAttributes, type StoredAttributes, type ValueChange } from '../merge-attributes';
import type { CompanyRecord, LeadCompany } from '../types';
import { earlier, externalKey, insertChanges, type BatchContext } from './batch';

/** A company as it is stored or about to be. */
export interface CompanyDraft {
  id: string;
  name: string;
  domain: string | null;
  source: string | null;
  externalId: string | null;
  attributes: StoredAttributes;
  createdAt: Date;
  isNew: boolean;
  /** How many times this batch changed it. */
  edits: number;
  changes: ValueChange[];
}

/** What a row did to its company. */
export interface TakenCompany {
  draft: CompanyDraft;
  outcome: 'created' | 'updated' | 'unchanged';
}

type CompanyRow = Omit<CompanyDraft, 'isNew' | 'edits' | 'changes'>;

interface Wanted {
  domain: string | null;
  name: string | null;
  externalId?: string | null;
  source?: string;
}

/** Why no company could be told from a row. */
export interface CompanyConflict {
  path: string;
  value: string | null;
  reason: string;
}

/** The companies that a batch of rows tells of: looked up in one query, changed in memory, written in one statement each. */
export class CompanyBook {
  private readonly byDomain = new Map<string, CompanyDraft>();
  private readonly byExternal = new Map<string, CompanyDraft>();
  private readonly byName = new Map<string, CompanyDraft[]>();
  private readonly drafts: CompanyDraft[] = [];
  /** Rows that were there before, as they were. */
  private readonly stored = new Map<string, FlatValues>();

  private constructor(private readonly context: BatchContext) {}

  /** Reads and locks the companies that rows may mean. */
  static async open(context: BatchContext, wanted: readonly Wanted[]): Promise<CompanyBook> {
    const book = new CompanyBook(context);
    const external = wanted.filter((row) => row.externalId && row.source);
    const rows = await querySql<CompanyRow>(
      context.tx,
      `SELECT "id", "name", "domain", "source", "externalId", "attributes", "createdAt" FROM "Company"
       WHERE "id" IN (
         SELECT "id" FROM "Company" WHERE "domain" = ANY($1::text[])
         UNION SELECT "id" FROM "Company" WHERE "name" = ANY($2::text[])
         UNION SELECT c."id" FROM unnest($3::text[], $4::text[]) AS k("source", "externalId")
           JOIN "Company" c USING ("source", "externalId"))
       ORDER BY "id" FOR NO KEY UPDATE`,
      [
        unique(wanted.map((row) => row.domain)),
        unique(wanted.map((row) => row.name)),
        external.map((row) => row.source ?? null),
        external.map((row) => row.externalId ?? null),
      ],
    );
    for (const row of rows) {
      book.stored.set(row.id, toValues(row));
      book.add({ ...row, isNew: false, edits: 0, changes: [] });
    }
    return book;
  }

  /** Merges a row of a file of companies. */
  takeCompany(record: CompanyRecord): TakenCompany | CompanyConflict {
    const found = this.match(record);
    if (found && 'reason' in found) return found;
    if (!found)
      return { draft: this.create(record, record.attributes, record.createdAt), outcome: 'created' };
    const edits = found.edits;
    if (record.name && record.name !== found.name) this.rename(found, record.name);
    if (record.domain && record.domain !== found.domain) this.changeDomain(found, record.domain);
    if (record.externalId && !found.externalId) this.identify(found, record.source, record.externalId);
    this.mergeInto(found, record.attributes, false);
    this.dateBack(found, record.createdAt);
    return { draft: found, outcome: found.edits > edits ? 'updated' : 'unchanged' };
  }

  /** Merges what a lead's row tells of its company. A name that is known is not touched: people abbreviate. */
  takeOfLead(company: LeadCompany): TakenCompany {
    const found =
      (company.domain ? this.byDomain.get(company.domain) : undefined) ?? this.findByName(company);
    if (!found) return { draft: this.create(company, company.attributes, null), outcome: 'created' };
    const edits = found.edits;
    const isNameless = found.name === found.domain;
    if (company.name && isNameless && company.name !== found.name) this.rename(found, company.name);
    if (company.domain && !found.domain) this.changeDomain(found, company.domain);
    this.mergeInto(found, company.attributes, company.fillOnly);
    return { draft: found, outcome: found.edits > edits ? 'updated' : 'unchanged' };
  }

  /** The company of a domain. */
  findByDomain(domain: string): CompanyDraft | undefined {
    return this.byDomain.get(domain);
  }

  /** Writes what was made and changed. Gives back the companies of which stored values changed. */
  async save(): Promise<string[]> {
    const made = this.drafts.filter((draft) => draft.isNew);
    const changed = this.drafts.filter((draft) => draft.edits > 0 && !draft.isNew);
    if (made.length > 0) await this.insert(made);
    if (changed.length > 0) await this.update(changed);
    const changes = changed.flatMap(({ id, changes: values }) =>
      values.map((value) => ({ ...value, leadId: null, companyId: id })),
    );
    await insertChanges(this.context, changes);
    const edited = changed.map((draft) => {
      const before = this.stored.get(draft.id) ?? {};
      return { entity: 'company' as const, entityId: draft.id, before, after: toValues(draft) };
    });
    await noteEdits(this.context, edited);
    return changed.map((draft) => draft.id);
  }

  private match(record: CompanyRecord): CompanyDraft | CompanyConflict | undefined {
    const byDomain = record.domain ? this.byDomain.get(record.domain) : undefined;
    const byExternal = record.externalId
      ? this.byExternal.get(externalKey(record.source, record.externalId))
      : undefined;
    if (byDomain && byExternal && byDomain !== byExternal) {
      const reason = `The domain is that of "${byDomain.name}", the external id that of "${byExternal.name}"`;
      return { path: 'domain', value: record.domain, reason };
    }
    const other = byExternal?.domain;
    if (!byDomain && byExternal && record.domain && other && other !== record.domain && !record.sourceNamed) {
      const reason =
        `External id "${record.externalId}" belongs to the company with the domain ${other}. ` +
        'If its domain has changed, import again with the name of the source';
      return { path: 'domain', value: record.domain, reason };
    }
    return byDomain ?? byExternal ?? this.findByName(record);
  }

  /** A company of this name: any one when the row says nothing else, else one of which nothing else is known. */
  private findByName({ name, domain, externalId }: Wanted): CompanyDraft | undefined {
    const sameName = name ? (this.byName.get(name) ?? []) : [];
    if (!domain && !externalId) return sameName[0];
    return sameName.find((draft) => !draft.domain && !draft.externalId);
  }

  private create(
    { name, domain, externalId, source }: Wanted,
    attributes: CompanyRecord['attributes'],
    createdAt: string | null,
  ): CompanyDraft {
    const draft: CompanyDraft = {
      id: v7(),
      name: name ?? domain ?? externalId ?? '',
      domain,
      source: externalId ? (source ?? null) : null,
      externalId: externalId ?? null,
      attributes: mergeAttributes({}, attributes).attributes,
      createdAt: createdAt ? new Date(createdAt) : this.context.now,
      isNew: true,
      edits: 0,
      changes: [],
    };
    this.add(draft);
    return draft;
  }

  private add(draft: CompanyDraft): void {
    this.drafts.push(draft);
    if (draft.domain) this.byDomain.set(draft.domain, draft);
    if (draft.source && draft.externalId)
      this.byExternal.set(externalKey(draft.source, draft.externalId), draft);
    this.byName.set(draft.name, [...(this.byName.get(draft.name) ?? []), draft]);
  }

  private rename(draft: CompanyDraft, name: string): void {
    draft.changes.push({ key: 'name', before: draft.name, after: name });
    draft.name = name;
    draft.edits += 1;
    this.byName.set(name, [...(this.byName.get(name) ?? []), draft]);
  }

  private changeDomain(draft: CompanyDraft, domain: string): void {
    if (draft.domain) draft.changes.push({ key: 'domain', before: draft.domain, after: domain });
    draft.domain = domain;
    draft.edits += 1;
    this.byDomain.set(domain, draft);
  }

  private identify(draft: CompanyDraft, source: string, externalId: string): void {
    draft.source = source;
    draft.externalId = externalId;
    draft.edits += 1;
    this.byExternal.set(externalKey(source, externalId), draft);
  }

  private mergeInto(draft: CompanyDraft, patch: CompanyRecord['attributes'], fillOnly: boolean): void {
    const merged = mergeAttributes(draft.attributes, patch, fillOnly);
    draft.attributes = merged.attributes;
    if (merged.changed) draft.edits += 1;
    draft.changes.push(...merged.changes);
  }

  private dateBack(draft: CompanyDraft, createdAt: string | null): void {
    const first = earlier(draft.createdAt, createdAt);
    if (first.getTime() === draft.createdAt.getTime()) return;
    draft.createdAt = first;
    draft.edits += 1;
  }

  private async insert(drafts: readonly CompanyDraft[]): Promise<void> {
    const { tx, importId, now } = this.context;
    await querySql(
      tx,
      `INSERT INTO "Company"
         ("id", "name", "domain", "source", "externalId", "attributes", "createdAt", "importId", "updatedAt")
       SELECT r."id", r."name", r."domain", r."source", r."externalId", r."attributes", r."createdAt",
         $2::uuid, $3::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "name" text, "domain" text, "source" text,
         "externalId" text, "attributes" jsonb, "createdAt" timestamptz)`,
      [JSON.stringify(drafts), importId, now],
    );
  }

  private async update(drafts: readonly CompanyDraft[]): Promise<void> {
    await querySql(
      this.context.tx,
      `UPDATE "Company" c SET "name" = r."name", "domain" = r."domain", "source" = r."source",
         "externalId" = r."externalId", "attributes" = r."attributes", "createdAt" = r."createdAt",
         "updatedAt" = $2::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "name" text, "domain" text, "source" text,
         "externalId" text, "attributes" jsonb, "createdAt" timestamptz)
       WHERE c."id" = r."id"`,
      [JSON.stringify(drafts), this.context.now],
    );
  }
}

function toValues({ name, domain, source, externalId, attributes, createdAt }: CompanyRow): FlatValues {
  return flattenValues({ name, domain, source, externalId, attributes, createdAt });
}

function unique(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))];
}
