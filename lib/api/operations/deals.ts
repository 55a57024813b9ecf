import { defineOperation } from '../contract';
import { batchAnswer, pageOf } from '../schemas/answers';
import { deal, dealChange, dealId, dealInput, dealQuery } from '../schemas/deals';
import { BATCH_EXAMPLE, DEAL_EXAMPLE, DEAL_ID, DEAL_INPUT_EXAMPLE } from './examples';

const tag = 'Deals';

export const DEAL_OPERATIONS = {
  listDeals: defineOperation({
    method: 'GET',
    path: '/deals',
    tag,
    summary: 'List deals',
    description: 'The last added first.',
    scope: 'deals:read',
    query: dealQuery,
    answer: pageOf(deal),
    example: { query: { outcome: 'won' }, answer: { items: [DEAL_EXAMPLE], next: null } },
  }),
  upsertDeal: defineOperation({
    method: 'POST',
    path: '/deals',
    tag,
    summary: 'Make or change a deal',
    description:
      'The deal is known by `source` and `externalId`. With its first deal a lead’s score is frozen as of when a rep engaged it; its state follows the outcome.',
    scope: 'deals:write',
    body: dealInput,
    answer: deal,
    statuses: [201, 200],
    example: { body: DEAL_INPUT_EXAMPLE, answer: DEAL_EXAMPLE },
  }),
  upsertDeals: defineOperation({
    method: 'POST',
    path: '/deals/batch',
    tag,
    summary: 'Make or change up to 1,000 deals',
    description: 'Each item is taken or refused by itself, and the answer says which.',
    scope: 'deals:write',
    body: dealInput,
    batch: true,
    answer: batchAnswer,
    example: { body: { items: [DEAL_INPUT_EXAMPLE, { externalId: '0062' }] }, answer: BATCH_EXAMPLE },
  }),
  getDeal: defineOperation({
    method: 'GET',
    path: '/deals/{id}',
    tag,
    summary: 'Get a deal',
    scope: 'deals:read',
    params: dealId,
    answer: deal,
    problems: [404],
    example: { params: [DEAL_ID], answer: DEAL_EXAMPLE },
  }),
  changeDeal: defineOperation({
    method: 'PATCH',
    path: '/deals/{id}',
    tag,
    summary: 'Change a deal: won, lost, open again',
    description: 'Also of deals that reps made here. What is not named stays as it is.',
    scope: 'deals:write',
    params: dealId,
    body: dealChange,
    answer: deal,
    problems: [404],
    example: {
      params: [DEAL_ID],
      body: { outcome: 'won', amount: '12500.00', currency: 'EUR' },
      answer: DEAL_EXAMPLE,
    },
  }),
};
