import type { EvidenceHolder } from '@/lib/evidence/evidence-holder';
import { listCriteria } from '@/lib/evidence/evidence-keys';
import { idAt } from '@/lib/evidence/lead-ids';
import type { LeadRows } from '@/lib/evidence/types';
import type { UnitColumn } from '@/lib/scoring/score-columns';
import type { Rubric } from '@/lib/scoring/types';
import { compareTiers } from './compare-tiers';
import type { ScoredSide } from './measure-effect';
import type { Mover, MoverReason } from './types';

/** Rows whose scores or tiers move, the most first. */
export interface FoundMovers {
  up: number[];
  down: number[];
  /** Those that come into the best tier, and those that leave it. */
  intoBest: number[];
  outOfBest: number[];
}

/** Reasons named of each mover. */
const MOST_REASONS = 2;

/** Among equal changes of the score, whoever changes tier comes first; a change of tier alone counts too. */
const TIER_CHANGE = 0.5;

/** Keeps the rows with the largest changes, the earlier row first among equals, without sorting them all. */
class TopRows {
  readonly rows: number[] = [];
  private readonly changes: number[] = [];

  constructor(private readonly most: number) {}

  offer(row: number, change: number): void {
    if (this.rows.length === this.most && change <= (this.changes.at(-1) ?? 0)) return;
    const place = this.changes.findIndex((kept) => kept < change);
    const at = place === -1 ? this.rows.length : place;
    this.rows.splice(at, 0, row);
    this.changes.splice(at, 0, change);
    this.rows.length = Math.min(this.rows.length, this.most);
    this.changes.length = this.rows.length;
  }
}

/**
 * Finds the leads that move the most, up or down, and those that change places in the best tier.
 *
 * @param most how many of each to find.
 */
export function findMovers(before: ScoredSide, after: ScoredSide, most: number): FoundMovers {
  const top = { up: new TopRows(most), down: new TopRows(most) };
  const best = { into: new TopRows(most), outOf: new TopRows(most) };
  const rises = listRises(before.rubric, after.rubric);
  const [scoresBefore, scoresAfter] = [before.scored.score, after.scored.score];
  const [tiersBefore, tiersAfter] = [before.scored.tier, after.scored.tier];
  for (let row = 0; row < scoresBefore.length; row += 1) {
    const [from, to] = [tiersBefore[row] ?? 0, tiersAfter[row] ?? 0];
    const change = (scoresAfter[row] ?? 0) - (scoresBefore[row] ?? 0);
    const rise = rises[from]?.[to] ?? 0;
    if (change === 0 && rise === 0) continue;
    const up = change > 0 || (change === 0 && rise > 0);
    const size = Math.abs(change) + (rise === 0 ? 0 : TIER_CHANGE);
    (up ? top.up : top.down).offer(row, size);
    if (to === 0 && from > 0) best.into.offer(row, size);
    if (from === 0 && to > 0) best.outOf.offer(row, size);
  }
  return { up: top.up.rows, down: top.down.rows, intoBest: best.into.rows, outOfBest: best.outOf.rows };
}

/** rises[from][to]: by how many tiers a lead rises; negative when it falls. */
function listRises(before: Rubric, after: Rubric): number[][] {
  const namesOf = ({ tiers }: Rubric) => tiers.map(({ name }) => name);
  const [names, namesAfter] = [namesOf(before), namesOf(after)];
  return before.tiers.map((_, from) =>
    after.tiers.map((__, to) => compareTiers(names, from, namesAfter, to)),
  );
}

/** A lead's units in a column, by halving. */
function unitsAt({ rows, units }: UnitColumn, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? (units ? (units[low] ?? 0) : 1) : 0;
}

/** What each criterion contributes to a lead, in points, by id. */
function listContributions(holder: EvidenceHolder<LeadRows>, rubric: Rubric, row: number) {
  const { criteria } = holder.select(rubric);
  return listCriteria(rubric).map(({ id, label, points }, place) => {
    const column = criteria[place];
    return { id, label, contribution: column ? points * unitsAt(column, row) : 0 };
  });
}

/** The criteria whose contribution differs the most. None where limits, weights or tiers alone make the difference. */
function explainMover(
  holder: EvidenceHolder<LeadRows>,
  before: Rubric,
  after: Rubric,
  row: number,
): MoverReason[] {
  const changes = new Map<string, MoverReason>();
  for (const { id, label, contribution } of listContributions(holder, before, row)) {
    changes.set(id, { label, change: -contribution });
  }
  for (const { id, label, contribution } of listContributions(holder, after, row)) {
    changes.set(id, { label, change: (changes.get(id)?.change ?? 0) + contribution });
  }
  return [...changes.values()]
    .filter(({ change }) => Math.abs(change) > 1e-9)
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, MOST_REASONS);
}

/** Describes movers: who, from where to where, and because of what. */
export function nameMovers(
  holder: EvidenceHolder<LeadRows>,
  before: ScoredSide,
  after: ScoredSide,
  rows: readonly number[],
): Mover[] {
  return rows.map((row) => ({
    leadId: idAt(holder.part.rows.ids, row),
    scoreBefore: before.scored.score[row] ?? 0,
    scoreAfter: after.scored.score[row] ?? 0,
    tierBefore: before.rubric.tiers[before.scored.tier[row] ?? 0]?.name ?? '',
    tierAfter: after.rubric.tiers[after.scored.tier[row] ?? 0]?.name ?? '',
    because: explainMover(holder, before.rubric, after.rubric, row),
  }));
}
