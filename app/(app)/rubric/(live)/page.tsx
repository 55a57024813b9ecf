import type { Metadata } from 'next';
import { StepsReminder } from '@/components/first-steps/steps-reminder';
import { FlagNotes } from '@/components/flags/flag-notes';
import { FlagsProvider } from '@/components/flags/flags-provider';
import { ChallengerBanner } from '@/components/rubric/challenger-banner';
import { RescoreBanner } from '@/components/rubric/rescore-banner';
import { RubricEditor } from '@/components/rubric/rubric-editor';
import { RubricReader } from '@/components/rubric/rubric-reader';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadConditionLabels, loadCriterionFigures, loadRescoreProgress } from '@/lib/effects/loaders';
import { loadConditionFields } from '@/lib/fields/loaders';
import { loadStepsLeft } from '@/lib/first-steps/loaders';
import { loadFlags } from '@/lib/flags/loaders';
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
  const [labels, progress, fields, flags, steps] = await Promise.all([
    loadConditionLabels(),
    loadRescoreProgress(),
    mayEdit ? loadConditionFields() : null,
    loadFlags('/rubric'),
    loadStepsLeft(),
  ]);
  const shown = { live, labels, figures };
  return (
    <FlagsProvider view={flags}>
      <StepsReminder {...steps} />
      <RescoreBanner key={`${progress.rubricNumber} ${progress.done < progress.total}`} progress={progress} />
      {challenger ? <ChallengerBanner challenger={challenger} /> : null}
      <FlagNotes rubric={live.document} />
      {fields ? (
        <RubricEditor key={live.id} {...shown} draft={draft} fields={fields} />
      ) : (
        <RubricReader {...shown} />
      )}
    </FlagsProvider>
  );
}
