import type { CriterionFigures } from '@/lib/effects/types';
import type { Labels } from '@/lib/scoring/describe';
import type { Rubric } from '@/lib/scoring/types';
import { AxisSection, type AxisEditing } from './axis-section';
import { DisqualifierList } from './disqualifier-list';
import { ThresholdsSection, type ThresholdEditing } from './thresholds-section';

export interface RubricDocumentProps {
  rubric: Rubric;
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
  /** Without it the rubric is for reading. */
  editing?: AxisEditing & ThresholdEditing;
}

/** A rubric in plain words, whole: fit, intent, thresholds, disqualifiers. */
export function RubricDocument({ rubric, labels, figures, editing }: RubricDocumentProps) {
  const shown = { labels, figures, editing };
  return (
    <>
      <AxisSection axis="fit" groups={rubric.fit.groups} {...shown} />
      <AxisSection axis="intent" groups={rubric.intent.groups} {...shown} />
      <ThresholdsSection rubric={rubric} editing={editing} />
      <DisqualifierList disqualifiers={rubric.disqualifiers} labels={labels} />
    </>
  );
}
