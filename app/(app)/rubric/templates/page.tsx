import type { Metadata } from 'next';
import { TemplateCard } from '@/components/first-steps/template-card';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { loadTemplates } from '@/lib/first-steps/loaders';

export const metadata: Metadata = { title: 'Templates' };

/** Rubrics to start from. Choosing one makes a draft of it and publishes nothing. */
export default async function TemplatesPage() {
  const view = await loadTemplates();
  return (
    <>
      <PageHeader title="Templates" crumbs={[{ href: '/rubric', label: 'Rubric' }]} withoutSearch />
      <PageBody padded tabIndex={0} role="region" aria-label="Templates">
        <p className="mb-4 max-w-3xl text-soft">
          Each is usable as it is, with reasons against as well as for, and interest that fades. The one you
          choose becomes the draft: you see what it does to every lead before you publish it.
        </p>
        <ul className="grid gap-3 md:grid-cols-2 xl:grid-cols-3">
          {view.templates.map((template) => (
            <TemplateCard
              key={template.id}
              template={template}
              draftRevision={view.draftRevision}
              lost={view.lost}
              liveNumber={view.live?.number ?? 0}
            />
          ))}
        </ul>
      </PageBody>
    </>
  );
}
