import { v7 } from 'uuid';
import { noteEdits } from '@/lib/edits/mutations';
import { querySql } from '@/lib/server/sql';
import { flattenValues, type FlatValues } from '../flat-values';
import { mergeAttributes, readAttribute, type StoredAttributes, type ValueChange } from '../merge-attributes';
import type { LeadRecord } from '../types';
import { earlier, externalKey, insertChanges, type BatchContext } from './batch';

/** A lead as it is stored or about to be. */
export interface LeadDraft {
  id: string;
  email: string | null;
  emailKey: string | null;
  source: string | null;
  externalId: string | null;
  name: string | null;
  companyId: string | null;
  attributes: StoredAttributes;
  ownerId: string | null;
  mergedIntoId: string | null;
  createdAt: Date;
  isNew: boolean;
  edits: number;
  changes: ValueChange[];
}

type LeadRow = Omit<LeadDraft, 'isNew' | 'edits' | 'changes'>;

/** What is known of a row's lead besides the row itself. */
export interface LeadSurroundings {
  companyId: string | null;
  ownerId: string | null;
}

export interface TakenLead {
  draft: LeadDraft;
  /** The id of the row that the record's own keys name: another one's when that lead was merged into this one. */
  knownAs: string;
  outcome: 'created' | 'updated' | 'unchanged';
  /** The companies whose people a known lead left and joined: their scores may rest on its events. */
  movedBetween: string[];
}

/** Why no lead could be told from a row. */
export interface LeadConflict {
  path: string;
  value: string | null;
  reason: string;
}

/** What a lead is looked up by. */
export interface LeadKey {
  /** Known otherwise; it stands above the others. */
  leadId?: string | null;
  email: string | null;
  externalId: string | null;
  source: string;
}

const COLUMNS = `"id", "email", "emailKey", "source", "externalId", "name", "companyId", "attributes", "ownerId",
  "mergedIntoId", "createdAt"`;

/** The leads that a batch of rows tells of: looked up in one query, changed in memory, written in one statement each. */
export class LeadBook {
  private readonly byId = new Map<string, LeadDraft>();
  private readonly byEmail = new Map<string, LeadDraft>();
  private readonly byExternal = new Map<string, LeadDraft>();
  private readonly made: LeadDraft[] = [];
  /** Rows that were there before, as they were. */
  private readonly stored = new Map<string, FlatValues>();

  private constructor(private readonly context: BatchContext) {}

  /**
   * Reads and locks the leads that rows may mean, those included that others were merged into. Others may store events
   * of theirs meanwhile: their keys are not what is locked.
   */
  static async open(context: BatchContext, keys: readonly LeadKey[]): Promise<LeadBook> {
    const book = new LeadBook(context);
    const external = keys.filter((key) => key.externalId !== null);
    const rows = await querySql<LeadRow>(
      context.tx,
      `WITH named AS (
         SELECT "id", "mergedIntoId" FROM "Lead" WHERE "emailKey" = ANY($1::text[])
         UNION SELECT l."id", l."mergedIntoId" FROM unnest($2::text[], $3::text[]) AS k("source", "externalId")
           JOIN "Lead" l USING ("source", "externalId")
         UNION SELECT "id", "mergedIntoId" FROM "Lead" WHERE "id" = ANY($4::uuid[]))
       SELECT ${COLUMNS} FROM "Lead"
       WHERE "id" IN (SELECT "id" FROM named UNION SELECT "mergedIntoId" FROM named)
       ORDER BY "id" FOR NO KEY UPDATE`,
      [
        [...new Set(keys.flatMap((key) => key.email ?? []))],
        external.map((key) => key.source),
        external.map((key) => key.externalId),
        [...new Set(keys.flatMap((key) => key.leadId ?? []))],
      ],
    );
    for (const row of rows) {
      book.stored.set(row.id, toValues(row));
      book.add({ ...row, isNew: false, edits: 0, changes: [] });
    }
    return book;
  }

  /** The lead that a key means; by e-mail before external id. */
  find({ leadId, email, externalId, source }: LeadKey): LeadDraft | undefined {
    const found = this.findNamed({ leadId, email, externalId, source });
    return found && this.survivor(found);
  }

  private findNamed({ leadId, email, externalId, source }: LeadKey): LeadDraft | undefined {
    return (
      (leadId ? this.byId.get(leadId) : undefined) ??
      (email ? this.byEmail.get(email) : undefined) ??
      (externalId ? this.byExternal.get(externalKey(source, externalId)) : undefined)
    );
  }

  /**
   * Merges a row of a file of leads that stands in no conflict. What a row says of a lead that was merged into another
   * changes that other one as far as it is news: the same file imported again does not undo what people chose in merging.
   */
  take(record: LeadRecord, { companyId, ownerId }: LeadSurroundings): TakenLead {
    const named = this.findNamed(record);
    if (!named) {
      const draft = this.create(record, companyId, ownerId);
      return { draft, knownAs: draft.id, outcome: 'created', movedBetween: [] };
    }
    const draft = this.survivor(named);
    const { edits, companyId: before } = draft;
    if (draft === named) this.update(draft, record, { companyId, ownerId });
    else this.updateMerged(named, draft, record, { companyId, ownerId });
    return {
      draft,
      knownAs: named.id,
      outcome: draft.edits > edits ? 'updated' : 'unchanged',
      movedBetween: before === draft.companyId ? [] : [before, draft.companyId].filter((id) => id !== null),
    };
  }

  private update(draft: LeadDraft, record: LeadRecord, { companyId, ownerId }: LeadSurroundings): void {
    this.identify(draft, record);
    this.mergeInto(draft, record);
    if (companyId && companyId !== draft.companyId) this.edit(draft, { companyId });
    if (ownerId && !draft.ownerId) this.edit(draft, { ownerId });
    const createdAt = earlier(draft.createdAt, record.createdAt);
    if (createdAt.getTime() !== draft.createdAt.getTime()) this.edit(draft, { createdAt });
  }

  private updateMerged(
    named: LeadDraft,
    survivor: LeadDraft,
    record: LeadRecord,
    { companyId, ownerId }: LeadSurroundings,
  ): void {
    const { name, companyId: companyBefore, attributes } = named;
    this.update(named, record, { companyId, ownerId });
    const news = Object.entries(record.attributes).filter(
      ([key, value]) => JSON.stringify(readAttribute(attributes, key)) !== JSON.stringify(value),
    );
    const newName = named.name === name ? null : named.name;
    const newCompany = named.companyId === companyBefore ? null : named.companyId;
    const told = {
      ...record,
      email: null,
      externalId: null,
      name: newName,
      attributes: Object.fromEntries(news),
    };
    this.update(survivor, told, { companyId: newCompany, ownerId });
  }

  /** Writes what was made and changed. */
  async save(): Promise<void> {
    const changed = [...this.byId.values()].filter((draft) => draft.edits > 0 && !draft.isNew);
    if (this.made.length > 0) await this.insert();
    if (changed.length > 0) await this.write(changed);
    const changes = changed.flatMap(({ id, changes: values }) =>
      values.map((value) => ({ ...value, leadId: id, companyId: null })),
    );
    await insertChanges(this.context, changes);
    const edited = changed.map((draft) => {
      const before = this.stored.get(draft.id) ?? {};
      return { entity: 'lead' as const, entityId: draft.id, before, after: toValues(draft) };
    });
    await noteEdits(this.context, edited);
  }

  private survivor(draft: LeadDraft): LeadDraft {
    const into = draft.mergedIntoId ? this.byId.get(draft.mergedIntoId) : undefined;
    return into ?? draft;
  }

  /** Why a row's e-mail address and external id cannot be of one lead; null when they can. */
  findConflict({ leadId, email, externalId, source, sourceNamed }: LeadRecord): LeadConflict | null {
    if (leadId || !email || !externalId) return null;
    const byEmail = this.find({ email, externalId: null, source });
    const byExternal = this.find({ email: null, externalId, source });
    if (!byExternal || byEmail === byExternal) return null;
    if (byEmail) {
      const other = byExternal.email ?? byExternal.name ?? 'another lead';
      const reason = `The e-mail address belongs to one lead, the external id "${externalId}" to another (${other})`;
      return { path: 'email', value: email, reason };
    }
    if (!byExternal.email || sourceNamed) return null;
    const reason =
      `External id "${externalId}" belongs to the lead with the e-mail address ${byExternal.email}. ` +
      'If the address has changed, import again with the name of the source';
    return { path: 'email', value: email, reason };
  }

  private create(record: LeadRecord, companyId: string | null, ownerId: string | null): LeadDraft {
    const { attributes } = mergeAttributes({}, record.attributes);
    const draft: LeadDraft = {
      id: v7(),
      email: record.email,
      emailKey: record.email,
      source: record.source,
      externalId: record.externalId,
      name: record.name ?? joinName(attributes),
      companyId,
      attributes,
      ownerId,
      mergedIntoId: null,
      createdAt: record.createdAt ? new Date(record.createdAt) : this.context.now,
      isNew: true,
      edits: 0,
      changes: [],
    };
    this.made.push(draft);
    this.add(draft);
    return draft;
  }

  private add(draft: LeadDraft): void {
    this.byId.set(draft.id, draft);
    if (draft.emailKey) this.byEmail.set(draft.emailKey, draft);
    if (draft.source && draft.externalId)
      this.byExternal.set(externalKey(draft.source, draft.externalId), draft);
  }

  private edit(draft: LeadDraft, values: Partial<LeadRow>): void {
    Object.assign(draft, values);
    draft.edits += 1;
  }

  /** An address that is new or has changed, and an external id where there was none. */
  private identify(draft: LeadDraft, { email, externalId, source }: LeadRecord): void {
    if (email && !this.byEmail.has(email)) {
      if (draft.email) draft.changes.push({ key: 'email', before: draft.email, after: email });
      this.edit(draft, { email, emailKey: email });
      this.byEmail.set(email, draft);
    }
    if (externalId && !draft.externalId && !this.byExternal.has(externalKey(source, externalId))) {
      this.edit(draft, { externalId, source });
      this.byExternal.set(externalKey(source, externalId), draft);
    }
  }

  private mergeInto(draft: LeadDraft, record: LeadRecord): void {
    const merged = mergeAttributes(draft.attributes, record.attributes);
    if (merged.changed) this.edit(draft, { attributes: merged.attributes });
    draft.changes.push(...merged.changes);
    const isNamed = record.attributes.firstName !== undefined || record.attributes.lastName !== undefined;
    const name = record.name ?? (isNamed || !draft.name ? joinName(draft.attributes) : null);
    if (name && name !== draft.name) this.edit(draft, { name });
  }

  private async insert(): Promise<void> {
    const { tx, importId, now } = this.context;
    await querySql(
      tx,
      `INSERT INTO "Lead" ("id", "email", "emailKey", "source", "externalId", "name", "companyId", "attributes",
         "ownerId", "createdAt", "importId", "updatedAt")
       SELECT r."id", r."email", r."emailKey", r."source", r."externalId", r."name", r."companyId", r."attributes",
         r."ownerId", r."createdAt", $2::uuid, $3::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "email" text, "emailKey" text, "source" text,
         "externalId" text, "name" text, "companyId" uuid, "attributes" jsonb, "ownerId" uuid,
         "createdAt" timestamptz)`,
      [JSON.stringify(this.made), importId, now],
    );
  }

  private async write(drafts: readonly LeadDraft[]): Promise<void> {
    await querySql(
      this.context.tx,
      `UPDATE "Lead" l SET "email" = r."email", "emailKey" = r."emailKey", "source" = r."source",
         "externalId" = r."externalId", "name" = r."name", "companyId" = r."companyId",
         "attributes" = r."attributes", "ownerId" = r."ownerId", "createdAt" = r."createdAt",
         "updatedAt" = $2::timestamptz
       FROM jsonb_to_recordset($1::jsonb) AS r("id" uuid, "email" text, "emailKey" text, "source" text,
         "externalId" text, "name" text, "companyId" uuid, "attributes" jsonb, "ownerId" uuid,
         "createdAt" timestamptz)
       WHERE l."id" = r."id"`,
      [JSON.stringify(drafts), this.context.now],
    );
  }
}

function toValues(row: LeadRow): FlatValues {
  const { email, emailKey, source, externalId, name, companyId, ownerId, createdAt, attributes } = row;
  return flattenValues({
    email,
    emailKey,
    source,
    externalId,
    name,
    companyId,
    ownerId,
    createdAt,
    attributes,
  });
}

function joinName(attributes: StoredAttributes): string | null {
  const parts = ['firstName', 'lastName'].map((key) => readAttribute(attributes, key));
  const name = parts.filter((part) => typeof part === 'string').join(' ');
  return name.slice(0, 300) || null;
}
