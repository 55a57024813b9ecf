import { defineOperation } from '../contract';
import { batchAnswer } from '../schemas/answers';
import { event, eventInput } from '../schemas/events';
import { BATCH_EXAMPLE, EVENT_EXAMPLE, EVENT_INPUT_EXAMPLE } from './examples';

const tag = 'Events';

export const EVENT_OPERATIONS = {
  sendEvent: defineOperation({
    method: 'POST',
    path: '/events',
    tag,
    summary: 'Send an event',
    description:
      'What a known lead did, or a signal of a known company. Events are never edited: one whose messageId is there already is answered with 200 as it was stored.',
    scope: 'events:write',
    body: eventInput,
    answer: event,
    statuses: [201, 200],
    example: { body: EVENT_INPUT_EXAMPLE, answer: EVENT_EXAMPLE },
  }),
  sendEvents: defineOperation({
    method: 'POST',
    path: '/events/batch',
    tag,
    summary: 'Send up to 1,000 events',
    description: 'Each item is taken or refused by itself, and the answer says which.',
    scope: 'events:write',
    body: eventInput,
    batch: true,
    answer: batchAnswer,
    example: { body: { items: [EVENT_INPUT_EXAMPLE, { type: 'Page Viewed' }] }, answer: BATCH_EXAMPLE },
  }),
};
