import type { CriterionFigures } from '@/lib/effects/types';
import type { Labels } from '@/lib/scoring/describe';
import type { Rubric } from '@/lib/scoring/types';
import { AxisSection } from './axis-section';
import { DisqualifierList } from './disqualifier-list';
import { ThresholdsSection } from './thresholds-section';

export interface RubricDocumentProps {
  rubric: Rubric;
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
}

/** A rubric in plain words, for reading, whole: fit, intent, thresholds, disqualifiers. */
export function RubricDocument({ rubric, labels, figures }: RubricDocumentProps) {
  const shown = { labels, figures };
  return (
    <>
      <AxisSection axis="fit" groups={rubric.fit.groups} {...shown} />
      <AxisSection axis="intent" groups={rubric.intent.groups} {...shown} />
      <ThresholdsSection rubric={rubric} />
      <DisqualifierList disqualifiers={rubric.disqualifiers} labels={labels} />
    </>
  );
}
