import { getDb } from '@/lib/server/db';
import { AppError } from '@/lib/server/errors';
import { ROWS_AT_ONCE } from '../constants';

/** What a section of the record holds, read a page at a time: a person may have left many thousand events. */
type Page = (after: string | undefined) => Promise<{ id: string }[]>;

/**
 * Everything that is held about a person, as JSON written while it is read: who they are, what they did, what was done,
 * how they were scored, and what was told of them to others.
 *
 * @throws AppError `not_found` when there is no such lead.
 */
export async function openLeadRecord(leadId: string, now: Date): Promise<AsyncGenerator<string>> {
  const lead = await getDb().lead.findUnique({
    where: { id: leadId },
    omit: { lockedById: true, lockedUntil: true },
    include: {
      company: { omit: { importId: true } },
      owner: { select: { name: true } },
      score: { omit: { leadId: true, evidence: true, counted: true, tierRank: true } },
      engagement: { omit: { leadId: true, userId: true } },
      identities: { omit: { leadId: true } },
    },
  });
  if (!lead) throw new AppError('not_found', 'There is no such lead. It may have been erased.');
  return writeRecord({ exportedAt: now, lead }, sectionsOf(leadId));
}

async function* writeRecord(head: object, sections: Record<string, Page>): AsyncGenerator<string> {
  yield JSON.stringify(head, null, 2).replace(/\n\}$/, '');
  for (const [name, readPage] of Object.entries(sections)) {
    yield `,\n  ${JSON.stringify(name)}: [`;
    let separator = '\n    ';
    let after: string | undefined;
    do {
      const rows = await readPage(after);
      for (const row of rows) {
        yield separator + JSON.stringify(row);
        separator = ',\n    ';
      }
      after = rows.length < ROWS_AT_ONCE ? undefined : rows.at(-1)?.id;
    } while (after !== undefined);
    yield '\n  ]';
  }
  yield '\n}\n';
}

/** What belongs to a lead in rows of its own, each section by id. */
function sectionsOf(leadId: string): Record<string, Page> {
  const db = getDb();
  const where = { leadId };
  const page = (after: string | undefined) => ({
    take: ROWS_AT_ONCE,
    orderBy: { id: 'asc' as const },
    ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
  });
  const by = { user: { select: { name: true } } };
  return {
    attributeChanges: (after) => db.attributeChange.findMany({ where, ...page(after) }),
    events: (after) => db.event.findMany({ where, ...page(after) }),
    activities: (after) => db.activity.findMany({ where, include: by, ...page(after) }),
    assignments: (after) => db.assignment.findMany({ where, include: by, ...page(after) }),
    deals: (after) => db.deal.findMany({ where, ...page(after) }),
    scoreChanges: (after) => db.scoreChange.findMany({ where, ...page(after) }),
    messagesSent: (after) =>
      db.delivery.findMany({
        where,
        select: {
          id: true,
          eventType: true,
          body: true,
          state: true,
          sentAt: true,
          endpoint: { select: { name: true } },
        },
        ...page(after),
      }),
    mergedLeads: (after) =>
      db.lead.findMany({
        where: { mergedIntoId: leadId },
        omit: { lockedById: true, lockedUntil: true },
        ...page(after),
      }),
  };
}
