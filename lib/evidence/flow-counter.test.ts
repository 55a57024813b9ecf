import { describe, expect, it } from 'vitest';
import { B2B_SAAS_TEMPLATE } from '@/lib/rubrics/templates/b2b-saas';
import { FlowCounter } from './flow-counter';

const DAY = 86_400_000;
const SINCE = Date.UTC(2026, 0, 5);
const UNTIL = SINCE + 28 * DAY;

const look = (score: number, fit = 100, intent = 100) => ({
  score,
  fit,
  intent,
  disqualifiedBy: [] as string[],
});
const at = (day: number, score: ReturnType<typeof look>) => ({ at: SINCE + day * DAY, score });

function count(...leads: Parameters<FlowCounter['add']>[]) {
  const counter = new FlowCounter(B2B_SAAS_TEMPLATE, SINCE, UNTIL);
  for (const lead of leads) counter.add(...lead);
  const { weeks } = counter.finish();
  return (minScore: number) => weeks.map((week) => week[minScore]);
}

describe('FlowCounter', () => {
  it('counts a lead in the week in which it first gets there, for every score in between', () => {
    const come = count([look(40), [at(8, look(60)), at(15, look(75)), at(22, look(70))]]);
    expect(come(40)).toEqual([0, 0, 0, 0]);
    expect(come(41)).toEqual([0, 1, 0, 0]);
    expect(come(60)).toEqual([0, 1, 0, 0]);
    expect(come(61)).toEqual([0, 0, 1, 0]);
    expect(come(76)).toEqual([0, 0, 0, 0]);
  });

  it('counts a lead that was not there before from the lowest score on', () => {
    const come = count([null, [at(1, look(30))]]);
    expect([come(0), come(30), come(31)]).toEqual([
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('asks for the tier’s least fit and intent, and passes the disqualified over', () => {
    const out = { ...look(90), disqualifiedBy: ['competitor'] };
    const come = count(
      [look(0), [at(1, look(90, 0, 100)), at(2, look(90, 100, 0))]],
      [look(0), [at(1, out)]],
    );
    expect(come(50)).toEqual([0, 0, 0, 0]);
  });

  it('counts a lead that had the score but not the intent', () => {
    expect(count([look(80, 100, 0), [at(9, look(80))]])(70)).toEqual([0, 1, 0, 0]);
  });
});
