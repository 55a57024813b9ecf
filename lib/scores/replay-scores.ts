import { isSameScore } from './compare-scores';
import type { Scorer } from './score-facts';
import type { Facts, LeadFacts, MovedPart, ScoreCause } from './types';
import type { ScoreOutput } from '@/lib/scoring/types';

/** A moment at which a lead's score came to look otherwise. */
export interface ReplayedChange {
  /** Milliseconds since 1970 UTC. */
  at: number;
  cause: ScoreCause;
  before: ScoreOutput;
  /** What moved since the look before; reckoned when asked for. */
  findMoved: () => MovedPart[];
  after: ScoreOutput;
}

export interface ReplayOptions {
  /** Milliseconds since 1970 UTC, both. */
  from: number;
  to: number;
}

const earlierOf = (a: number, b: number | null | undefined) => Math.min(a, b ?? Number.POSITIVE_INFINITY);

/**
 * Steps through a lead's past and finds every moment at which its score came to look otherwise, with its cause. The
 * engine says when the next one can be: events still to come are known to it, so only changed values are looked up here.
 *
 * @param facts with the past values, see `loadFacts`.
 */
export function replayScores(
  scorer: Scorer,
  facts: Facts,
  lead: LeadFacts,
  { from, to }: ReplayOptions,
): ReplayedChange[] {
  const { id, company } = lead.lead;
  const ownValues = facts.pastValues.get(id) ?? [];
  const companyValues = facts.pastValues.get(company?.id ?? '') ?? [];
  const turns = [...ownValues, ...companyValues].map(({ at }) => at).sort((a, b) => a - b);
  const eventTimes = new Set(lead.events.map(({ at }) => at));
  const companyTimes = new Set((facts.companyEvents.get(company?.id ?? '') ?? []).map(({ at }) => at));
  const causeAt = (at: number): ScoreCause => {
    if (eventTimes.has(at)) return 'event';
    if (ownValues.some((value) => value.at === at)) return 'attribute';
    return companyTimes.has(at) || companyValues.some((value) => value.at === at) ? 'company' : 'decay';
  };

  const changes: ReplayedChange[] = [];
  let before = scorer.score(lead, from);
  let seenAt = from;
  const nextAfter = (at: number) =>
    earlierOf(
      before.nextChangeAt ?? Number.POSITIVE_INFINITY,
      turns.find((turn) => turn > at),
    );
  for (let at = nextAfter(from); at <= to; at = nextAfter(at)) {
    const after = scorer.score(lead, at);
    if (!isSameScore(before, after)) {
      const [earlier, later] = [
        { ...before, asOf: seenAt },
        { ...after, asOf: at },
      ];
      const findMoved = () => scorer.splitMove(lead, earlier, later, true);
      changes.push({ at, cause: causeAt(at), before, findMoved, after });
    }
    before = after;
    seenAt = at;
  }
  return changes;
}
