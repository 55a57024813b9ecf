import type { Metadata } from 'next';
import { StepList } from '@/components/first-steps/step-list';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadFirstSteps } from '@/lib/first-steps/loaders';

export const metadata: Metadata = { title: 'First steps' };

/** From an empty installation to a rubric of one's own: what stands, and what comes next. */
export default async function FirstStepsPage() {
  const { steps, left } = await loadFirstSteps();
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <>
      <PageHeader
        title="First steps"
        meta={left.length > 0 ? `${done} of ${steps.length} done` : 'all done'}
      />
      <PageBody padded tabIndex={0} role="region" aria-label="First steps">
        <p className="mb-4 max-w-3xl text-soft">
          {left.length > 0
            ? 'From your leads to a rubric of your own, in a few minutes. Each step looks at what is really there, so come back as often as you like.'
            : 'Leadgrid is set up: leads are ranked, and your reps work the best first.'}
        </p>
        <StepList steps={steps} />
      </PageBody>
    </>
  );
}
