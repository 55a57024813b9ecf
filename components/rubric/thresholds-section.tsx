import { AXIS_NAME } from '@/components/scores/axis-bars';
import { formatNumber, formatPercent } from '@/components/ui/format';
import { NumberStepper } from '@/components/ui/number-stepper';
import { Slider } from '@/components/ui/slider';
import type { Cut } from '@/lib/rubrics/edit-rubric';
import type { Rubric } from '@/lib/scoring/types';
import { DraftTiers } from './draft-tiers';
import { TierTable } from './tier-table';

export interface ThresholdEditing {
  /** The share of fit in the live rubric, 0–1. */
  liveFitWeight: number;
  onCut: (cut: Cut, value: number) => void;
  onFitWeight: (value: number) => void;
}

export interface ThresholdsSectionProps {
  rubric: Rubric;
  /** Without it the section is for reading. */
  editing?: ThresholdEditing;
}

/** How fit and intent become a score, a tier and a quadrant. */
export function ThresholdsSection({ rubric, editing }: ThresholdsSectionProps) {
  return (
    <section aria-labelledby="thresholds" className="px-4 pt-4 pb-3 max-md:px-3">
      <h2 id="thresholds" className="pb-1.5">
        From points to tiers
      </h2>
      <FitWeight fitWeight={rubric.fitWeight} editing={editing} />
      <dl className="flex flex-wrap gap-x-8 gap-y-2 py-2">
        <GridCut cut="fitCut" name={AXIS_NAME.fit} value={rubric.grid.fitCut} onCut={editing?.onCut} />
        <GridCut
          cut="intentCut"
          name={AXIS_NAME.intent}
          value={rubric.grid.intentCut}
          onCut={editing?.onCut}
        />
      </dl>
      {editing ? (
        <DraftTiers />
      ) : (
        <div className="-mx-2">
          <TierTable tiers={rubric.tiers} />
        </div>
      )}
    </section>
  );
}

function FitWeight({ fitWeight, editing }: { fitWeight: number; editing?: ThresholdEditing }) {
  const words = `${formatPercent(fitWeight, 1)} fit, ${formatPercent(1 - fitWeight, 1)} intent`;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-x-3">
      <span className="text-soft">Score</span>
      {editing ? (
        <span className="w-45">
          <Slider
            label="Share of fit in the score"
            value={fitWeight * 100}
            valueText={words}
            min={0}
            max={100}
            colour="var(--fit)"
            previous={editing.liveFitWeight === fitWeight ? undefined : editing.liveFitWeight * 100}
            onValueChange={(value) => editing.onFitWeight(value / 100)}
          />
        </span>
      ) : null}
      <span>{words}</span>
    </div>
  );
}

interface GridCutProps extends Partial<Pick<ThresholdEditing, 'onCut'>> {
  cut: Cut;
  name: string;
  value: number;
}

function GridCut({ cut, name, value, onCut }: GridCutProps) {
  return (
    <div className="flex items-center gap-2">
      <dt className="text-soft">High {name.toLowerCase()} begins at</dt>
      <dd>
        {onCut ? (
          <NumberStepper
            aria-label={`High ${name.toLowerCase()} begins at`}
            value={value}
            min={0}
            max={100}
            withoutButtons
            className="w-14"
            onValueChange={(next) => onCut(cut, next)}
          />
        ) : (
          formatNumber(value, 2)
        )}
      </dd>
    </div>
  );
}
