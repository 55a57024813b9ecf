import { ColumnScorer, toColumn, type UnitColumn } from '@/lib/scoring/score-columns';
import { planScore, scoreUnits, type ScoreNumbers } from '@/lib/scoring/score-units';
import { RUBRIC_FORMAT, type IntentCriterion, type FitCriterion, type Rubric } from '@/lib/scoring/types';

const LEADS = 100_000;
const MANY_LEADS = 1_000_000;
const FIT = 20;
const INTENT = 20;
const WIDTH = FIT + INTENT;
const PER_GROUP = 5;
/** Share of leads that a criterion touches: conditions are common, each kind of event is rare. */
const TOUCHED = { fit: 0.3, intent: 0.12 };
const RUNS = 41;
const WANTED = 4;

/** The same numbers on every machine. */
function createNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function makeRubric(next: () => number): Rubric {
  const fit = (place: number): FitCriterion => ({
    id: `fit-${place}`,
    label: `Fit ${place}`,
    when: { field: 'x', op: 'is_set' },
    points: Math.round(next() * 50 - 15),
  });
  const intent = (place: number): IntentCriterion => ({
    id: `intent-${place}`,
    label: `Intent ${place}`,
    kind: 'each',
    on: `event-${place}`,
    decay: { kind: 'half_life', days: 14 },
    points: Math.round(next() * 50 - 10),
  });
  const group = <C extends { id: string }>(size: number, make: (place: number) => C) =>
    Array.from({ length: size / PER_GROUP }, (_, g) => {
      const criteria = Array.from({ length: PER_GROUP }, (__, c) => make(g * PER_GROUP + c));
      const id = criteria[0]?.id ?? '';
      return { id: `group-${id}`, label: id, min: -30, max: 60, criteria };
    });
  return {
    format: RUBRIC_FORMAT,
    name: 'Bench',
    fit: { groups: group(FIT, fit) },
    intent: { groups: group(INTENT, intent) },
    disqualifiers: [],
    fitWeight: 0.5,
    grid: { fitCut: 50, intentCut: 50 },
    tiers: [
      { name: 'A', minScore: 70, minFit: 50, minIntent: 40, action: 'route' },
      { name: 'B', minScore: 40, minFit: 30, minIntent: 0, action: 'nurture' },
      { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
    ],
  };
}

/** Leads × criteria, row by row in rubric order. */
function makeMatrix(leads: number, touched: typeof TOUCHED, next: () => number): Float64Array {
  const matrix = new Float64Array(leads * WIDTH);
  for (let i = 0; i < matrix.length; i += 1) {
    const isFit = i % WIDTH < FIT;
    if (next() < (isFit ? touched.fit : touched.intent)) matrix[i] = isFit ? 1 : 0.01 + next() * 2;
  }
  return matrix;
}

function toColumns(matrix: Float64Array): UnitColumn[] {
  return Array.from({ length: WIDTH }, (_, place) => {
    const units = new Float64Array(matrix.length / WIDTH);
    for (let row = 0; row < units.length; row += 1) units[row] = matrix[row * WIDTH + place] ?? 0;
    return toColumn(units);
  });
}

/** The floor: one multiply and one add for each number of the matrix, one number written per lead. */
function passOver(matrix: Float64Array, points: Float64Array, into: Float64Array): void {
  for (let row = 0, i = 0; row < into.length; row += 1) {
    let sum = 0;
    for (let place = 0; place < WIDTH; place += 1, i += 1) sum += (matrix[i] ?? 0) * (points[place] ?? 0);
    into[row] = sum;
  }
}

/** Compares every score and tier with the engine's own, lead by lead. */
function compareWithEngine(rubric: Rubric, matrix: Float64Array, columns: readonly UnitColumn[]): void {
  const plan = planScore(rubric);
  const leads = matrix.length / WIDTH;
  const scored = new ColumnScorer(leads).score(plan, columns);
  const out: ScoreNumbers = { fit: 0, intent: 0, score: 0, tier: 0, quadrant: 0 };
  for (let row = 0; row < leads; row += 1) {
    scoreUnits(plan, matrix, row * WIDTH, false, out);
    const same =
      scored.fit[row] === out.fit &&
      scored.intent[row] === out.intent &&
      scored.score[row] === out.score &&
      scored.tier[row] === out.tier &&
      scored.quadrant[row] === out.quadrant;
    if (!same) throw new Error(`Lead ${row} is scored otherwise by columns.`);
  }
}

function measure(work: () => void): number {
  const { user, system } = process.cpuUsage();
  const start = performance.now();
  work();
  const after = process.cpuUsage();
  // Other programs on the machine do not count against either side; short works are finer than the processor's clock.
  return Math.min(performance.now() - start, (after.user + after.system - user - system) / 1000 || Infinity);
}

function medianOf(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Milliseconds of each work: medians of many runs in turn, after a few that do not count. */
function measureInTurn(works: readonly (() => void)[], runs: number): number[] {
  const times = works.map((): number[] => []);
  for (let run = -3; run < runs; run += 1) {
    works.forEach((work, place) => {
      const time = measure(work);
      if (run >= 0) times[place]?.push(time);
    });
  }
  return times.map(medianOf);
}

/** With all points different from the last time, so that no group's sums can be kept. */
function createRecompute(rubric: Rubric, leads: number, columns: readonly UnitColumn[]): () => void {
  const plans = [0, 1].map((shift) => {
    const plan = planScore(rubric);
    return { ...plan, points: plan.points.map((points) => points + shift) };
  });
  const scorer = new ColumnScorer(leads);
  let turn = 0;
  return () => {
    const plan = plans[turn % 2];
    if (plan) scorer.score(plan, columns);
    turn += 1;
  };
}

/** With the points of one criterion moved, as a slider does. */
function createSlide(rubric: Rubric, leads: number, columns: readonly UnitColumn[]): () => void {
  const plan = planScore(rubric);
  const scorer = new ColumnScorer(leads);
  scorer.score(plan, columns);
  let turn = 0;
  return () => {
    turn += 1;
    scorer.score({ ...plan, points: plan.points.with(FIT + 2, turn % 30) }, columns);
  };
}

const round = (value: number, digits = 2) => Number(value.toFixed(digits));

/**
 * What a moved slider costs: scores, tiers and quadrants of 100,000 leads under 40 criteria, all computed anew, against
 * one plain multiply-add pass over the same matrix. All of them are compared with the engine's first. Also with a matrix
 * without zeros, where leaving them out saves nothing; with one criterion moved; and for a million leads.
 */
export async function run(): Promise<void> {
  const next = createNumbers(7);
  const rubric = makeRubric(next);
  const matrix = makeMatrix(LEADS, TOUCHED, next);
  const full = makeMatrix(LEADS, { fit: 1, intent: 1 }, next);
  const columns = toColumns(matrix);
  const fullColumns = toColumns(full);
  compareWithEngine(rubric, matrix, columns);
  compareWithEngine(rubric, full, fullColumns);

  const points = planScore(rubric).points;
  const into = new Float64Array(LEADS);
  const [pass = 0, recompute = 0, dense = 0, slide = 0] = measureInTurn(
    [
      () => passOver(matrix, points, into),
      createRecompute(rubric, LEADS, columns),
      createRecompute(rubric, LEADS, fullColumns),
      createSlide(rubric, LEADS, columns),
    ],
    RUNS,
  );
  const many = toColumns(makeMatrix(MANY_LEADS, TOUCHED, next));
  const [million = 0, millionSlide = 0] = measureInTurn(
    [createRecompute(rubric, MANY_LEADS, many), createSlide(rubric, MANY_LEADS, many)],
    5,
  );
  const ratios = {
    pass: round(recompute / pass),
    withoutZeros: round(dense / pass),
    oneCriterion: round(slide / pass),
  };
  const ms = {
    recompute: round(recompute),
    oneCriterion: round(slide),
    million: round(million, 0),
    millionOneCriterion: round(millionSlide, 0),
  };
  process.stderr.write(`${LEADS} leads × ${WIDTH} criteria: every score equals the engine's.\n`);
  process.stderr.write(`A million leads: ${ms.million} ms, one criterion ${ms.millionOneCriterion} ms.\n`);
  process.stderr.write(`Wanted: at most ${WANTED} passes.\n`);
  process.stdout.write(`${JSON.stringify({ bench: 'whatif', ratios, floor: round(pass), ms })}\n`);
  return Promise.resolve();
}
