import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

/** The first steps on their way. */
export default function Loading() {
  return (
    <>
      <PageHeader title="First steps" />
      <PageBody padded>
        <Skeleton className="mb-5 h-4 w-96 max-w-full" />
        <div
          role="status"
          aria-label="Loading the first steps"
          className="max-w-3xl rounded-card border border-line"
        >
          {Array.from({ length: 7 }, (_, row) => (
            <div key={row} className="flex gap-3 border-t border-line px-4 py-3 first:border-t-0">
              <Skeleton className="size-6" />
              <div className="flex grow flex-col gap-2">
                <Skeleton className="h-3.5 w-44" />
                <Skeleton className="h-3 w-72 max-w-full" />
              </div>
            </div>
          ))}
        </div>
      </PageBody>
    </>
  );
}
