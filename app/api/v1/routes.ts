import { buildOpenApi } from '@/lib/api/build-openapi';
import { OPERATIONS, type OperationId } from '@/lib/api/operations';
import { bindOpen, type Route } from './bind';
import { COMPANY_ROUTES } from './handlers/companies';
import { DEAL_ROUTES } from './handlers/deals';
import { EVENT_ROUTES } from './handlers/events';
import { LEAD_ROUTES } from './handlers/leads';
import { RUBRIC_ROUTES } from './handlers/rubric';
import { SCORE_ROUTES } from './handlers/scores';

/** What carries out each documented operation. One that is missing here, or documented nowhere, does not compile. */
export const ROUTES: Record<OperationId, Route> = {
  ...LEAD_ROUTES,
  ...SCORE_ROUTES,
  ...COMPANY_ROUTES,
  ...EVENT_ROUTES,
  ...DEAL_ROUTES,
  ...RUBRIC_ROUTES,
  getDocument: bindOpen(OPERATIONS.getDocument, () => Promise.resolve({ status: 200, body: buildOpenApi() })),
};
