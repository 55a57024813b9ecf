import { describeAction } from '@/lib/scoring/describe-action';
import { lowerFirst } from '@/lib/scoring/describe';
import type { Lift, LiftOption } from '@/lib/scoring/find-lift';

/** A set of things that could happen, as a line of "What would make it an A". */
export interface LiftLine {
  /** What would have to happen, all of it. */
  words: string[];
  score: number;
  /** Until when the tier would last; in milliseconds, null for good. */
  until: number | null;
  verdict: 'enough' | 'not enough' | 'lost at once';
}

/** "What would make it an A", or keep it one. */
export interface LiftView {
  keeps: boolean;
  /** The tier aimed at with its article, such as "an A". */
  aim: string;
  tier: string;
  /** What the tier asks for, and how the lead stands. Whole points, 0–100. */
  figures: { name: string; has: number; needs: number }[];
  /** The instant the scores of the lines are of, when that is not now; in milliseconds. */
  scoredAt: number | null;
  lines: LiftLine[];
  /** What nothing would change, in words: why there are no lines, or none that a lead can bring about alone. */
  note: string | null;
}

/** Letters whose names begin with a vowel. */
const VOWEL_NAMES = /^[AEFHILMNORSX]$/i;

/** A tier's name with its article: "an A", "a B", "an Early bird". */
function withArticle(name: string): string {
  const vowel = name.length === 1 ? VOWEL_NAMES.test(name) : /^[aeiou]/i.test(name);
  return `${vowel ? 'an' : 'a'} ${name}`;
}

function toLine({ actions, score, until, reaches }: LiftOption, asOf: number): LiftLine {
  const verdict = until === asOf ? 'lost at once' : reaches ? 'enough' : 'not enough';
  const words = actions.map(describeAction).map((text, place) => (place === 0 ? text : lowerFirst(text)));
  return { words, score, until, verdict };
}

function explainLimits(
  { keeps, lostAt, disqualified, shortfalls, options }: Lift,
  aim: string,
): string | null {
  if (disqualified) return 'Nothing a lead can do lifts it while it is disqualified.';
  if (keeps && lostAt === null) return `Nothing has to happen: time alone leaves it ${aim}.`;
  if (shortfalls.length > 0) {
    const missing = shortfalls.map(({ figure, has, needs }) => `${figure} ${has}, needs ${needs}`);
    return `Nothing a lead can do lifts it: ${missing.join('; ')}.`;
  }
  if (options.length > 0) return null;
  if (keeps) return 'Nothing a lead can still do adds to its score.';
  return 'It would take more than three different things.';
}

/**
 * What would lift a lead, as its page shows it.
 *
 * @param asOf the instant it was found for, in milliseconds.
 */
export function toLiftView(lift: Lift, asOf: number): LiftView {
  const { target, keeps, lostAt, fit, intent, score, options } = lift;
  const aim = withArticle(target.name);
  return {
    keeps,
    aim,
    tier: target.name,
    figures: [
      { name: 'Score', has: score, needs: target.minScore },
      { name: 'Fit', has: fit, needs: target.minFit },
      { name: 'Intent', has: intent, needs: target.minIntent },
    ],
    scoredAt: lostAt,
    lines: options.map((option) => toLine(option, asOf)),
    note: explainLimits(lift, aim),
  };
}
