import { listCompanyAnswers } from '@/lib/api/data/companies';
import { readAttribute } from '@/lib/intake/merge-attributes';
import { getPool } from '@/lib/server/db';
import { querySql } from '@/lib/server/sql';
import { listAttributes } from '@/lib/settings/data';
import { ROWS_AT_ONCE } from '../constants';
import { toCell } from '../to-cell';
import type { Cell, Sheet } from '../write-csv';

/** Every row of a list that is read page by page, each from behind the one before. */
async function* readOn<T extends { id: string }>(
  read: (after: string | undefined) => Promise<readonly T[]>,
): AsyncGenerator<T> {
  for (let after: string | undefined; ;) {
    const rows = await read(after);
    yield* rows;
    after = rows.at(-1)?.id;
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

async function* toRows<T>(records: AsyncIterable<T>, toRow: (record: T) => Cell[]): AsyncGenerator<Cell[]> {
  for await (const record of records) yield toRow(record);
}

/** Every company with its attributes, the last added first. */
export async function openCompanySheet(): Promise<Sheet> {
  const attributes = (await listAttributes('company')).map(({ key }) => key);
  const companies = readOn((after) => listCompanyAnswers(getPool(), { after, size: ROWS_AT_ONCE }));
  return {
    columns: ['id', 'name', 'domain', 'source', 'externalId', 'createdAt', ...attributes],
    rows: toRows(companies, ({ id, name, domain, source, externalId, createdAt, attributes: values }) => [
      id,
      name,
      domain,
      source,
      externalId,
      createdAt,
      ...attributes.map((key) => toCell(readAttribute(values, key))),
    ]),
  };
}

/** A record as its statement reads it: a cell a column, and the id to go on from. */
type PlainRow = Record<string, unknown> & { id: string };

function openPlainSheet(columns: readonly string[], statement: string): Sheet {
  const records = readOn((after) => querySql<PlainRow>(getPool(), statement, [after ?? null, ROWS_AT_ONCE]));
  return {
    columns,
    rows: toRows(records, (record) =>
      columns.map((column) => {
        const value = record[column];
        return value instanceof Date ? value : toCell(value);
      }),
    ),
  };
}

const EVENT_COLUMNS = [
  'messageId',
  'type',
  'at',
  'receivedAt',
  'source',
  'lead.email',
  'lead.externalId',
  'company.domain',
  'filteredAs',
  'properties',
];

/** Every event, the last stored first, those that are kept but not counted with their reason. */
export function openEventSheet(): Sheet {
  return openPlainSheet(
    EVENT_COLUMNS,
    `SELECT e."id", e."messageId", e."type", e."at", e."receivedAt", e."source", l."email" AS "lead.email",
       l."externalId" AS "lead.externalId", c."domain" AS "company.domain", e."filteredAs", e."properties"
     FROM "Event" e LEFT JOIN "Lead" l ON l."id" = e."leadId" LEFT JOIN "Company" c ON c."id" = e."companyId"
     WHERE $1::uuid IS NULL OR e."id" < $1 ORDER BY e."id" DESC LIMIT $2`,
  );
}

const DEAL_COLUMNS = [
  'id',
  'source',
  'externalId',
  'name',
  'stage',
  'outcome',
  'amount',
  'currency',
  'createdAt',
  'closedAt',
  'lostReason',
  'owner',
  'lead.email',
  'lead.externalId',
  'company.domain',
  'engagedAt',
  'tier',
  'score',
  'fit',
  'intent',
];

/** Every deal, the last stored first, with the score that its lead had when a rep first engaged it. */
export function openDealSheet(): Sheet {
  return openPlainSheet(
    DEAL_COLUMNS,
    `SELECT d."id", d."source", d."externalId", d."name", d."stage", d."outcome"::text, d."amount"::text,
       d."currency"::text, d."createdAt", d."closedAt", d."lostReason", o."email" AS "owner",
       l."email" AS "lead.email", l."externalId" AS "lead.externalId", c."domain" AS "company.domain",
       d."engagedAt", d."tier", d."score"::int, d."fit"::int, d."intent"::int
     FROM "Deal" d LEFT JOIN "Lead" l ON l."id" = d."leadId" LEFT JOIN "Company" c ON c."id" = d."companyId"
     LEFT JOIN "User" o ON o."id" = d."ownerId"
     WHERE $1::uuid IS NULL OR d."id" < $1 ORDER BY d."id" DESC LIMIT $2`,
  );
}
