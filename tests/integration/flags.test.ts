import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/auth/actor';
import { countOpenFlags, countUnseenAnswers, listFlags } from '@/lib/flags/data';
import { answerFlag, markAnswersSeen, raiseFlag, withdrawFlag } from '@/lib/flags/mutations';
import { answerFlagSchema, raiseFlagSchema } from '@/lib/flags/schema';
import { getDb } from '@/lib/server/db';
import { parseInput } from '@/lib/server/parse';
import { clearDatabase } from '../support/clear-database';
import { addLeads, leaveHouse, setLiveRubric, SMALL_RUBRIC } from '../support/score-fixtures';
import { addPerson } from '../support/work-fixtures';

const NOW = new Date('2026-11-02T09:00:00Z');
const LATER = new Date('2026-11-03T09:00:00Z');

describe('flags on criteria', () => {
  let rep: Actor<'rubric:read'>;
  let ops: Actor<'rubric:write'>;

  beforeEach(async () => {
    await clearDatabase();
    await setLiveRubric(SMALL_RUBRIC);
    rep = await addPerson('Rita', 'rep', 'rubric:read');
    ops = await addPerson('Olga', 'ops', 'rubric:write');
  });
  afterAll(leaveHouse);

  const raise = (reason: string, leadId?: string) =>
    raiseFlag(rep, parseInput(raiseFlagSchema, { kind: 'criterion', itemId: 'head', reason, leadId }), NOW);

  it('are raised from a lead, wait for ops, are answered, and tell whoever raised them', async () => {
    const [leadId = ''] = await addLeads([{ title: 'Head of facilities' }]);
    const flag = await raise('Heads of facilities never buy', leadId);
    expect(flag).toMatchObject({ own: true, label: 'A head', lead: { id: leadId }, answer: null });
    expect(await countOpenFlags()).toBe(1);
    expect(await listFlags(ops.id, NOW)).toMatchObject([{ id: flag.id, by: 'Rita', own: false }]);

    const input = { id: flag.id, outcome: 'changed', answer: 'Only heads of sales count now' };
    await answerFlag(ops, parseInput(answerFlagSchema, input), LATER);
    expect(await countOpenFlags()).toBe(0);
    expect(await countUnseenAnswers(rep.id)).toBe(1);
    expect(await countUnseenAnswers(ops.id)).toBe(0);
    expect(await listFlags(rep.id, LATER)).toMatchObject([
      { seen: false, answer: { outcome: 'changed', words: 'Only heads of sales count now', by: 'Olga' } },
    ]);

    await markAnswersSeen(rep, LATER);
    expect(await countUnseenAnswers(rep.id)).toBe(0);
    const audit = await getDb().auditEntry.findMany({ orderBy: { id: 'asc' } });
    expect(audit).toMatchObject([
      { action: 'flag.raised', userId: rep.id, subject: 'criterion:head' },
      {
        action: 'flag.answered',
        userId: ops.id,
        details: { criterion: 'A head', because: 'Heads of facilities never buy', outcome: 'changed' },
      },
    ]);
  });

  it('are raised against disqualifiers, too, apart from a criterion of the same id', async () => {
    const head = {
      id: 'head',
      label: 'No heads',
      when: { field: 'title', op: 'contains', value: 'head' },
    } as const;
    await setLiveRubric({ ...SMALL_RUBRIC, disqualifiers: [head] });
    const input = { kind: 'disqualifier', itemId: 'head', reason: 'Heads of sales do buy' };
    const flag = await raiseFlag(rep, parseInput(raiseFlagSchema, input), NOW);
    expect(flag).toMatchObject({ kind: 'disqualifier', itemId: 'head', label: 'No heads' });
    await expect(
      raiseFlag(rep, parseInput(raiseFlagSchema, { ...input, itemId: 'both' }), NOW),
    ).rejects.toThrow('no such disqualifier');
    expect(await getDb().auditEntry.findFirst({ where: { action: 'flag.raised' } })).toMatchObject({
      subject: 'disqualifier:head',
      details: { disqualifier: 'No heads', because: 'Heads of sales do buy' },
    });
  });

  it('are answered once', async () => {
    const { id } = await raise('Too many points');
    const answers = await Promise.allSettled(
      ['Yes', 'Indeed'].map((answer) => answerFlag(ops, { id, outcome: 'changed', answer }, LATER)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await getDb().auditEntry.count({ where: { action: 'flag.answered' } })).toBe(1);
  });

  it('are withdrawn by whoever raised them alone, and while they are open', async () => {
    const { id } = await raise('Too many points');
    const other = await addPerson('Otto', 'rep', 'rubric:read');
    await expect(withdrawFlag(other, id, LATER)).rejects.toThrow('answered or withdrawn');
    await withdrawFlag(rep, id, LATER);
    await expect(withdrawFlag(rep, id, LATER)).rejects.toThrow('answered or withdrawn');
    expect(await listFlags(rep.id, LATER)).toEqual([]);
    expect(await countUnseenAnswers(rep.id)).toBe(0);
  });

  it('outlive their lead, and leave after three months once they are answered', async () => {
    const [leadId = ''] = await addLeads([{ title: 'Head' }]);
    const { id } = await raise('Not this one', leadId);
    await getDb().lead.delete({ where: { id: leadId } });
    expect(await listFlags(rep.id, NOW)).toMatchObject([{ id, lead: null }]);
    await answerFlag(ops, { id, outcome: 'kept', answer: 'It is right on the whole' }, LATER);
    expect(await listFlags(rep.id, new Date('2027-02-15T09:00:00Z'))).toEqual([]);
  });

  it('are refused for criteria and leads that are not there, and without a reason', async () => {
    await expect(raiseFlag(rep, { kind: 'criterion', itemId: 'gone', reason: 'Wrong' }, NOW)).rejects.toThrow(
      'no such criterion',
    );
    await expect(raise('Wrong', '019a0000-0000-7000-8000-000000000000')).rejects.toThrow('This lead is gone');
    expect(() => parseInput(raiseFlagSchema, { kind: 'criterion', itemId: 'head', reason: '  ' })).toThrow(
      'what is wrong',
    );
    expect(await getDb().flag.count()).toBe(0);
  });
});
