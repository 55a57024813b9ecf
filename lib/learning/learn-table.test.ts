import { expect, test, vi } from 'vitest';
import { areaUnderCurve } from '@/lib/calibration/area-under-curve';
import { parseRubric } from '@/lib/scoring/rubric';
import { learnTable, MOST_CRITERIA } from './learn-table';
import { LearnFault, prepareTable, type LearnRequest, type Table } from './prepare-table';
import { createRandom } from './shuffle-rows';
import { writeReport } from './write-report';
import { writeResult, type LearnResult } from './write-result';

// Learning from thousands of rows takes seconds where the machine does more besides.
vi.setConfig({ testTimeout: 60_000 });

const REQUEST: LearnRequest = {
  outcome: 'Outcome',
  positive: 'won',
  exclude: [],
  keep: [],
  id: null,
  time: null,
  holdout: 0.3,
  seed: 7,
};

const INDUSTRIES = ['Software', 'Retail', 'Finance', 'Health'];
const TITLES = ['VP of Sales', 'Head of Marketing', 'Student', 'Engineer', ''];

/** Leads whose outcome follows from industry, size, title and one combination; and columns of every nasty kind. */
function makeTable(rows: number): Table & { chances: number[] } {
  const random = createRandom(11);
  const pick = (values: readonly string[]) => values[Math.floor(random() * values.length)] ?? '';
  const chances: number[] = [];
  const cells = Array.from({ length: rows }, (_, row) => {
    const industry = pick(INDUSTRIES);
    const title = pick(TITLES);
    const size = Math.round(Math.exp(random() * 8));
    const trial = random() < 0.4;
    const odds =
      -1.5 +
      (industry === 'Software' ? 1 : 0) +
      (size > 90 && size < 1500 ? 1 : 0) +
      (/VP|Head/.test(title) ? 1.2 : title === 'Student' ? -1.5 : 0) +
      (trial && industry === 'Finance' ? 1.6 : 0);
    const chance = 1 / (1 + Math.exp(-odds));
    const won = random() < chance;
    chances.push(chance);
    return [
      `L-${1000 + row * 3}`,
      industry,
      String(INDUSTRIES.indexOf(industry)),
      random() < 0.1 ? 'N/A' : size.toLocaleString('en'),
      title,
      trial ? 'Yes' : 'No',
      `${Math.floor(random() * 30)}%`,
      random() < 0.05 ? '?' : `$${(size * 1000 * (0.5 + random())).toFixed(2)}`,
      new Date(Date.UTC(2023, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10),
      won && random() < 0.97 ? String(Math.floor(random() * 9000)) : '',
      won ? '' : pick(['price', 'timing']),
      ((won ? 0.8 : 0.2) + (random() - 0.5) / 2).toFixed(6),
      new Date(Date.UTC(2024, 0, 1 + Math.floor(random() * 700))).toISOString().slice(0, 10),
      'same',
      '',
      won ? 'Won' : pick(['Lost', 'Nurture']),
    ];
  });
  const header = [
    'Lead ID',
    'Industry',
    'industry_code',
    'Employees',
    'Job title',
    'trial',
    'Discount',
    'Revenue',
    'created',
    'won amount',
    'lost_reason',
    'health',
    'closed date',
    'constant',
    'empty',
    'Outcome',
  ];
  return { file: 'leads.csv', header, rows: cells, chances };
}

function learn(table: Table, request: Partial<LearnRequest> = {}, test: Table | null = null): LearnResult {
  const asked = { ...REQUEST, ...request };
  const prepared = prepareTable('Learned', table, test, asked);
  return writeResult(asked, prepared, learnTable(prepared.input));
}

const table = makeTable(4000);
const result = learn(table);
const reasonOf = (column: string) => result.leftOut.find((left) => left.column === column)?.kind;

test('the rubric is valid, of whole points, and readable', () => {
  expect(parseRubric(result.rubric)).toMatchObject({ ok: true });
  expect(result.criteria.length).toBeLessThanOrEqual(MOST_CRITERIA);
  expect(result.criteria.every(({ points }) => Number.isInteger(points) && points !== 0)).toBe(true);
  expect(result.criteria.every(({ reason }) => reason.length > 20)).toBe(true);
});

test('it comes near to what the data hold, and is no worse than the unrestricted regression', () => {
  const { chances, rows } = table;
  const best = areaUnderCurve(
    chances.map((score, row) => ({
      score,
      won: +(rows[row]?.at(-1) === 'Won'),
      lost: +(rows[row]?.at(-1) !== 'Won'),
    })),
  )?.auc;
  expect(result.auc ?? 0).toBeGreaterThan((best ?? 1) - 0.03);
  expect(result.auc ?? 0).toBeGreaterThan((result.baseline.auc ?? 1) - 0.01);
  expect(result.brier).toBeLessThan(result.baseline.brier + 0.003);
  expect(result.liftTop10 ?? 0).toBeGreaterThan(1.5);
});

test('columns that leak, name the rows, repeat others or say nothing are left out with their reason', () => {
  expect(['won amount', 'lost_reason', 'health', 'closed date'].map(reasonOf)).toEqual(Array(4).fill('leak'));
  expect(reasonOf('Lead ID')).toBe('id');
  expect(reasonOf('industry_code')).toBe('duplicate');
  expect([reasonOf('constant'), reasonOf('empty')]).toEqual(['constant', 'empty']);
  expect(['Industry', 'Employees', 'Job title', 'trial', 'Revenue', 'created'].map(reasonOf)).toEqual(
    Array(6).fill(undefined),
  );
});

test('a column is kept by hand, and one that was asked for is left out', () => {
  const kept = learn(table, { keep: ['health'], exclude: ['Industry'] });
  expect(kept.leftOut.some(({ column }) => column === 'health')).toBe(false);
  expect(kept.leftOut).toContainEqual(expect.objectContaining({ column: 'Industry', kind: 'asked' }));
  expect(kept.auc ?? 0).toBeGreaterThan(0.95);
});

test('the same seed gives the same answer, another one other rows', () => {
  expect(learn(table)).toEqual(result);
  expect(learn(table, { seed: 8 }).auc).not.toBe(result.auc);
});

test('what is foretold by band agrees with what came', () => {
  for (const { rate, interval, foretold } of result.calibration) {
    if (rate === null || interval === null || foretold === null) continue;
    expect(foretold).toBeGreaterThan(interval.low - 0.1);
    expect(foretold).toBeLessThan(interval.high + 0.1);
  }
});

test('a hold-out by time takes the newest rows, and the time itself is not learned from', () => {
  const timed = learn(table, { time: 'created' });
  expect(timed.holdOut).toMatchObject({ kind: 'time', rows: 1200 });
  expect(timed.leftOut).toContainEqual(expect.objectContaining({ column: 'created', kind: 'order' }));
});

test('a test file may have its columns in another order', () => {
  const rows = makeTable(5000).rows.slice(4000);
  const turned = {
    file: 'test.csv',
    header: table.header.toReversed(),
    rows: rows.map((row) => row.toReversed()),
  };
  const judged = learn(table, {}, turned);
  expect(judged.holdOut).toMatchObject({ kind: 'file', rows: 1000 });
  expect(judged.auc ?? 0).toBeGreaterThan(0.7);
});

test('too few outcomes are refused with the number that is missing', () => {
  const few = { ...table, rows: table.rows.slice(0, 60) };
  expect(() => learn(few)).toThrow(LearnFault);
  expect(() => learn(few)).toThrow(
    /at least 40 of each are needed, so \d+ more with "won" \(there are \d+\)/,
  );
});

test('columns that are not there are named with those that are', () => {
  expect(() => learn(table, { outcome: 'result' })).toThrow('leads.csv has no column "result" (--outcome)');
  expect(() => learn(table, { exclude: ['nix'] })).toThrow('has no column "nix" (--exclude)');
});

test('where nothing tells winners from losers, nothing is made up', () => {
  const random = createRandom(5);
  const rows = Array.from({ length: 1000 }, () => [
    String(random()),
    random() < 0.5 ? 'a' : 'b',
    random() < 0.3 ? 'won' : 'lost',
  ]);
  const nothing = learn({ file: 'noise.csv', header: ['figure', 'letter', 'Outcome'], rows });
  expect(nothing.criteria.length).toBeLessThanOrEqual(3);
  expect(Math.abs((nothing.auc ?? 0.5) - 0.5)).toBeLessThan(0.08);
  expect(parseRubric(nothing.rubric)).toMatchObject({ ok: true });
});

test('the report says it all on one page, with cells of the file escaped', () => {
  const html = writeReport({ ...result, leftOut: [{ column: '<b>', kind: 'leak', reason: 'x & y' }] });
  expect(html).toContain('&lt;b&gt;');
  expect(html).toContain('x &amp; y');
  for (const { label } of result.criteria) expect(html).toContain(label.replaceAll('&', '&amp;'));
  expect(html).not.toMatch(/https?:\/\//);
});

test('a leak that is not sure shows beside the honest columns, though a sure one stands there too', () => {
  const random = createRandom(3);
  const { header, rows } = makeTable(2000);
  const leaking = rows.map((cells) => {
    const won = cells.at(-1) === 'Won';
    return [random() < (won ? 0.85 : 0.06) ? 'yes' : 'no', ...cells];
  });
  const found = learn({ file: 'leads.csv', header: ['proposal', ...header], rows: leaking });
  expect(found.leftOut).toContainEqual(expect.objectContaining({ column: 'proposal', kind: 'leak' }));
});
