import { defineOperation } from '../contract';
import { pageOf } from '../schemas/answers';
import { leadId, queuedLead, queueQuery } from '../schemas/leads';
import { scoreAnswer, scoreQuery } from '../schemas/scores';
import { ID, LEAD_EXAMPLE, SCORE_EXAMPLE } from './examples';

export const SCORE_OPERATIONS = {
  getScore: defineOperation({
    method: 'GET',
    path: '/leads/{id}/score',
    tag: 'Scores',
    summary: 'Get a lead’s score with its explanation',
    description:
      'The criteria’s contributions add up to the groups’ sums, the groups’ totals to the axes; each criterion names the facts behind it.',
    scope: 'scores:read',
    params: leadId,
    query: scoreQuery,
    answer: scoreAnswer,
    problems: [404],
    example: { params: [ID], query: { asOf: '2026-03-31T12:00:00Z' }, answer: SCORE_EXAMPLE },
  }),
  listQueue: defineOperation({
    method: 'GET',
    path: '/queue',
    tag: 'Queue',
    summary: 'List the leads that wait for a rep, the best first',
    description:
      'Leads of the tiers that are not held back, that are new or worked and not put off. By tier, the earliest answer due, score, then the newest.',
    scope: 'queue:read',
    query: queueQuery,
    answer: pageOf(queuedLead),
    example: {
      query: { owner: 'none', limit: '1' },
      answer: { items: [{ rank: 1, lead: LEAD_EXAMPLE }], next: 'cmFuay4wLjg4' },
    },
  }),
};
