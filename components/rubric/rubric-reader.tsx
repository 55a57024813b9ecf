import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import type { CriterionFigures } from '@/lib/effects/types';
import type { RubricDocument as Version } from '@/lib/rubrics/data';
import type { Labels } from '@/lib/scoring/describe';
import { AxisSection } from './axis-section';
import { DisqualifierList } from './disqualifier-list';
import { RubricSplit } from './rubric-split';
import { ThresholdsSection } from './thresholds-section';

export interface RubricReaderProps {
  live: Version;
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
}

/** The live rubric in plain words, for everyone. */
export function RubricReader({ live, labels, figures }: RubricReaderProps) {
  const rubric = live.document;
  return (
    <>
      <PageHeader
        title={rubric.name}
        meta={<Badge tone="accent">v{live.number}, live</Badge>}
        actions={
          <ButtonLink href="/rubric/versions" variant="quiet">
            Versions
          </ButtonLink>
        }
      />
      <RubricSplit
        reading
        panel={
          <>
            <ThresholdsSection rubric={rubric} />
            <DisqualifierList disqualifiers={rubric.disqualifiers} labels={labels} />
            <p className="px-4 py-3 text-xs text-soft max-md:px-3">
              Leads: how many a criterion touches now. Lift: how many times as often a deal was won with it as
              without, at first engagement; 1× says nothing either way.
            </p>
          </>
        }
      >
        <AxisSection axis="fit" groups={rubric.fit.groups} labels={labels} figures={figures} />
        <AxisSection axis="intent" groups={rubric.intent.groups} labels={labels} figures={figures} />
      </RubricSplit>
    </>
  );
}
