import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import type { CriterionFigures } from '@/lib/effects/types';
import type { RubricDocument as Version } from '@/lib/rubrics/data';
import type { Labels } from '@/lib/scoring/describe';
import { RubricDocument } from './rubric-document';

export interface RubricReaderProps {
  live: Version;
  labels: Labels;
  figures: Promise<readonly CriterionFigures[]>;
}

/** The live rubric in plain words, for everyone. */
export function RubricReader({ live, labels, figures }: RubricReaderProps) {
  return (
    <>
      <PageHeader
        title={live.document.name}
        meta={<Badge tone="accent">v{live.number}, live</Badge>}
        actions={
          <ButtonLink href="/rubric/versions" variant="quiet">
            Versions
          </ButtonLink>
        }
      />
      <PageBody>
        <div className="max-w-[960px] pb-6">
          <RubricDocument rubric={live.document} labels={labels} figures={figures} />
        </div>
      </PageBody>
    </>
  );
}
