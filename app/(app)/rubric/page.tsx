import type { Metadata } from 'next';
import { ChallengerBanner } from '@/components/rubric/challenger-banner';
import { RescoreBanner } from '@/components/rubric/rescore-banner';
import { RubricEditor } from '@/components/rubric/rubric-editor';
import { RubricReader } from '@/components/rubric/rubric-reader';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadConditionLabels, loadCriterionFigures, loadRescoreProgress } from '@/lib/effects/loaders';
import { loadRubric } from '@/lib/rubrics/loaders';

export const metadata: Metadata = { title: 'Rubric' };

export default async function RubricPage() {
  const { live, draft, challenger, mayEdit } = await loadRubric();
  if (!live) {
    return (
      <>
        <PageHeader title="Rubric" />
        <PageBody>
          <EmptyState title="No rubric yet">
            The worker publishes the first one when it starts. Is it running?
          </EmptyState>
        </PageBody>
      </>
    );
  }
  const figures = loadCriterionFigures();
  const [labels, progress] = await Promise.all([loadConditionLabels(), loadRescoreProgress()]);
  const shown = { live, labels, figures };
  return (
    <>
      <RescoreBanner key={`${progress.rubricNumber} ${progress.done < progress.total}`} progress={progress} />
      {challenger ? <ChallengerBanner challenger={challenger} /> : null}
      {mayEdit ? <RubricEditor key={live.id} {...shown} draft={draft} /> : <RubricReader {...shown} />}
    </>
  );
}
