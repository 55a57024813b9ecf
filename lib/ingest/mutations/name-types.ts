import { nameEventType } from '@/lib/events/name-event-type';
import { STANDARD_EVENT_TYPES } from '@/lib/events/constants';
import { querySql, type SqlClient } from '@/lib/server/sql';
import { EVENT_NAMES_SETTING } from '@/lib/tracking/constants';
import { MOST_OWN_TYPES } from '../constants';

interface Names {
  revision: string;
  /** Type by the name in lower case, as the installation mapped it. */
  mapped: ReadonlyMap<string, string>;
  types: Set<string>;
}

const STANDARD: ReadonlySet<string> = new Set(STANDARD_EVENT_TYPES.map(({ key }) => key));

let kept: Names | undefined;

/** What the installation says of names; read again when a name was mapped. */
async function readNames(tx: SqlClient): Promise<Names> {
  const [row] = await querySql<{ revision: string | null }>(
    tx,
    'SELECT (SELECT "updatedAt"::text FROM "Setting" WHERE "key" = $1) AS "revision"',
    [EVENT_NAMES_SETTING],
  );
  const revision = row?.revision ?? '';
  if (kept?.revision === revision) return kept;
  const rows = await querySql<{ key: string; aliases: string[] }>(
    tx,
    'SELECT "key", coalesce("aliases", \'{}\') AS "aliases" FROM "EventType"',
  );
  const mapped = new Map(
    rows.flatMap(({ key, aliases }) => aliases.map((alias) => [alias.toLowerCase(), key] as const)),
  );
  kept = { revision, mapped, types: new Set(rows.map(({ key }) => key)) };
  return kept;
}

/**
 * Names the types of events: first as the installation mapped their names, then as everybody's are. A name that nobody
 * knows makes a type of its own, which is noted. The transaction holds the lock of names shared.
 */
export async function nameTypes(tx: SqlClient, names: Iterable<string>): Promise<Map<string, string>> {
  const { mapped, types } = await readNames(tx);
  const named = new Map<string, string>();
  const fresh = new Map<string, string>();
  for (const name of new Set(names)) {
    const type = mapped.get(name.toLowerCase()) ?? nameEventType(name);
    named.set(name, type);
    if (!STANDARD.has(type) && !types.has(type)) fresh.set(type, name);
  }
  if (fresh.size > 0) {
    // Once they are there they need not be noted again: the next reading finds them.
    kept = undefined;
    await querySql(
      tx,
      `INSERT INTO "EventType" ("key", "label", "aliases")
       SELECT t."key", t."label", '{}' FROM unnest($1::text[], $2::text[]) AS t("key", "label")
       WHERE (SELECT count(*) FROM "EventType") < $3 ORDER BY t."key" ON CONFLICT ("key") DO NOTHING`,
      [[...fresh.keys()], [...fresh.values()], MOST_OWN_TYPES],
    );
  }
  return named;
}
