import { findEventIds, loadEventAnswers } from '@/lib/api/data/events';
import { OPERATIONS } from '@/lib/api/operations';
import { toEventRecord } from '@/lib/api/to-records';
import { writeEvents } from '@/lib/intake/mutations/write-events';
import { toBatchAnswer, type ItemOutcome } from '../batch-answer';
import { bind, bindBatch } from '../bind';
import { writeOne, writeRecords } from '../write-records';

const WRITING = { cause: 'event', write: writeEvents } as const;

export const EVENT_ROUTES = {
  sendEvent: bind(OPERATIONS.sendEvent, ({ body, commit, now }) =>
    commit(async (context) => {
      const record = toEventRecord(body, now);
      const { status } = await writeOne(context, { ...WRITING, records: [record] });
      const [event] = await loadEventAnswers(context.tx, [record.messageId]);
      if (!event) throw new Error('The event that was written is not there.');
      return { status, body: event };
    }),
  ),

  sendEvents: bindBatch(OPERATIONS.sendEvents, (items, { commit, now }) =>
    commit(async (context) => {
      const records = items.flatMap((item) => (item.ok ? [toEventRecord(item.value, now)] : []));
      const done = await writeRecords(context, { ...WRITING, records });
      const ids = await findEventIds(
        context.tx,
        records.map(({ messageId }) => messageId),
      );
      // One that was there already is named by the id it has.
      const named = done.map((one, index): ItemOutcome => {
        const id = ids.get(records[index]?.messageId ?? '') ?? null;
        return 'outcome' in one ? { ...one, id } : one;
      });
      return { status: 200, body: toBatchAnswer(items, named) };
    }),
  ),
};
