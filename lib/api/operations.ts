import { COMPANY_OPERATIONS } from './operations/companies';
import { DEAL_OPERATIONS } from './operations/deals';
import { DOCUMENT_OPERATIONS } from './operations/document';
import { EVENT_OPERATIONS } from './operations/events';
import { LEAD_OPERATIONS } from './operations/leads';
import { RUBRIC_OPERATIONS } from './operations/rubric';
import { SCORE_OPERATIONS } from './operations/scores';

/**
 * Every operation of the public API, by its id. The handlers are looked up by these ids and the OpenAPI document is made
 * of these contracts, so that nothing is served that is not documented, and nothing documented that is not served.
 */
export const OPERATIONS = {
  ...LEAD_OPERATIONS,
  ...SCORE_OPERATIONS,
  ...COMPANY_OPERATIONS,
  ...EVENT_OPERATIONS,
  ...DEAL_OPERATIONS,
  ...RUBRIC_OPERATIONS,
  ...DOCUMENT_OPERATIONS,
};

export type OperationId = keyof typeof OPERATIONS;
