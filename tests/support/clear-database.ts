import { createFirstRubric } from '@/lib/rubrics/mutations/create-rubric';
import { getDb } from '@/lib/server/db';

/** Empties every table of ours and makes the template the live rubric, so that each test begins in a new house. */
export async function clearDatabase(): Promise<void> {
  await getDb().$executeRaw`
    TRUNCATE "Lead", "Company", "User", "Event", "Deal", "Import", "Invitation", "ApiKey", "AuditEntry",
      "AttributeDefinition", "RateLimit", "WebhookEndpoint", "Rubric", "Setting", "Source", "EventType",
      "ErasedEngagement", "RoutingTask", "LearningRun", "ReportReview", "ReportMail", "LeadCensus" CASCADE`;
  await createFirstRubric(new Date());
  await getDb().auditEntry.deleteMany();
}
