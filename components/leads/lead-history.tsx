import { ScoreHistoryChart } from '@/components/charts/score-history-chart';
import { tierColour } from '@/components/scores/tier-colour';
import type { LeadView } from '@/lib/leads/loaders';

/** The score over time with its causes, and where it goes if nothing new happens. */
export function LeadHistory({ view }: { view: LeadView }) {
  const { history, outlook } = view;
  if (!outlook || history.length === 0) {
    return <p className="text-soft">The score has no history yet.</p>;
  }
  const lines = outlook.rubric.tiers
    .filter(({ minScore }) => minScore > 0)
    .map(({ name, minScore }) => ({
      value: minScore,
      label: `${name} from ${minScore}`,
      colour: tierColour(name),
    }));
  return (
    <ScoreHistoryChart points={history} projected={outlook.projection} now={outlook.asOf} lines={lines} />
  );
}
