import type { EndpointKind } from '@/lib/generated/prisma/enums';
import { getPool } from '@/lib/server/db';
import { querySql, type SqlClient } from '@/lib/server/sql';

/** An endpoint as it is sent to. */
export interface SendingEndpoint {
  id: string;
  kind: EndpointKind;
  name: string;
  url: string;
  secret: string;
  oldSecret: string | null;
  oldSecretUntil: Date | null;
  eventTypes: string[];
  filters: unknown;
  includeBulk: boolean;
  recipientIds: string[];
  failingSince: Date | null;
}

/** Every endpoint that is switched on. */
export function listActiveEndpoints(client: SqlClient = getPool()): Promise<SendingEndpoint[]> {
  return querySql<SendingEndpoint>(
    client,
    `SELECT "id", "kind"::text, "name", "url", "secret", "oldSecret", "oldSecretUntil", "eventTypes", "filters",
       "includeBulk", coalesce("recipientIds", '{}') AS "recipientIds", "failingSince"
     FROM "WebhookEndpoint" WHERE "active" ORDER BY "id"`,
  );
}
