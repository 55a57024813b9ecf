import { getDb } from '@/lib/server/db';

/** Empties every table of ours but the rubrics, so that each test file begins with a house without leads. */
export async function clearDatabase(): Promise<void> {
  await getDb().$executeRaw`
    TRUNCATE "Lead", "Company", "User", "Event", "Deal", "Import", "Invitation", "ApiKey", "AuditEntry",
      "AttributeDefinition", "RateLimit", "WebhookEndpoint" CASCADE`;
}
