import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

/** The templates on their way. */
export default function Loading() {
  return (
    <>
      <PageHeader title="Templates" crumbs={[{ href: '/rubric', label: 'Rubric' }]} withoutSearch />
      <PageBody padded>
        <Skeleton className="mb-5 h-4 w-96 max-w-full" />
        <div
          role="status"
          aria-label="Loading the templates"
          className="grid gap-3 md:grid-cols-2 xl:grid-cols-3"
        >
          {Array.from({ length: 5 }, (_, card) => (
            <Skeleton key={card} className="h-64 rounded-card" />
          ))}
        </div>
      </PageBody>
    </>
  );
}
