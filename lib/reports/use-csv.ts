import type { Answers } from './build-use';
import type { CriterionDrift, DriftLine } from './build-drift';
import { RATE_HEAD, rateCells, type Cell, type Sheet } from './chart-csv';
import type { DRIFT_CHARTS, USE_CHARTS } from './constants';
import type { openDrift } from './data/open-drift';
import type { openUse } from './data/open-use';

type Use = Awaited<ReturnType<typeof openUse>>;
type Moved = Awaited<ReturnType<typeof openDrift>>;

const ANSWER_HEAD = [
  'In time',
  'Late',
  'Not answered, past target',
  'Waiting',
  'Share in time',
  'Interval from (95 %, Wilson)',
  'Interval to (95 %, Wilson)',
  'Working hours, 10 %',
  '25 %',
  'Median',
  '75 %',
  '90 %',
];

function answerCells({ inTime, late, missed, waiting, share, interval, hours }: Answers): Cell[] {
  const quantiles = [0, 1, 2, 3, 4].map((index) => hours?.[index] ?? null);
  return [inTime, late, missed, waiting, share, interval?.low ?? null, interval?.high ?? null, ...quantiles];
}

const QUALIFICATION_HEAD = [
  'Had time to close',
  'Marketing-qualified',
  'Sales-qualified',
  'Engaged',
  'With a deal',
  'Won',
];

/** The tables of the charts that say whether the tiers are used. */
export const USE_SHEETS: Record<(typeof USE_CHARTS)[number], (use: Use) => Sheet> = {
  response: ({ response }) => ({
    head: ['Tier when given', ...ANSWER_HEAD],
    rows: response.byTier.map((row) => [row.tier, ...answerCells(row)]),
  }),
  'response-by-rep': ({ response }) => ({
    head: ['Rep', 'Tier when given', ...ANSWER_HEAD],
    rows: response.byRep.map((row) => [row.rep, row.tier, ...answerCells(row)]),
  }),
  'response-effect': ({ response }) => ({
    head: ['Tier at first engagement', 'First answer', ...RATE_HEAD],
    rows: response.effect.flatMap(({ tier, inTime, late }) => [
      [tier, 'in time', ...rateCells(inTime)],
      [tier, 'late or never', ...rateCells(late)],
    ]),
  }),
  selling: ({ selling }) => ({
    head: ['Tier at that time', 'Minutes', 'Share of time', 'Calls', 'E-mails', 'Meetings', 'Deals won'],
    rows: selling.byTier.map(({ tier, minutes, share, calls, emails, meetings }) => {
      const won = selling.wins.find((row) => row.tier === tier)?.won ?? 0;
      return [tier, minutes, share, calls, emails, meetings, won];
    }),
  }),
  qualification: ({ qualification }) => ({
    head: QUALIFICATION_HEAD,
    rows: qualification.map(({ mature, marketing, sales, engaged, dealt, won }) => {
      return [mature ? 'yes' : 'no', marketing, sales, engaged, dealt, won];
    }),
  }),
};

const DRIFT_HEAD = ['Value', 'Leads then', 'Leads since', 'Stability index', 'Finding'];

function driftCells({ bins, index, drift }: DriftLine): Cell[][] {
  return bins.map(({ label, before, after }) => [label, before, after, index, drift]);
}

function criterionCells({ label, axis, points, ...line }: CriterionDrift): Cell[][] {
  return driftCells({ label, ...line }).map((cells) => [label, axis, points, ...cells]);
}

/** The tables of the charts that say what moved. */
export const DRIFT_SHEETS: Record<(typeof DRIFT_CHARTS)[number], (moved: Moved) => Sheet> = {
  'tier-mix': ({ mix, tiers }) => ({
    head: ['At', 'Leads', ...tiers],
    rows: mix.map(({ at, all, tiers: leads }) => [at.toISOString(), all, ...leads.map((row) => row.leads)]),
  }),
  drift: ({ drift }) => ({
    head: ['Figure', ...DRIFT_HEAD],
    rows: drift.flatMap((line) => driftCells(line).map((cells) => [line.label, ...cells])),
  }),
  'criteria-drift': ({ criteria }) => ({
    head: ['Criterion', 'Axis', 'Points', ...DRIFT_HEAD],
    rows: criteria.flatMap(criterionCells),
  }),
};
