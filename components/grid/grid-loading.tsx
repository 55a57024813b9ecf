import { FilterBar } from '@/components/ui/page-body';
import { Skeleton, SkeletonRows } from '@/components/ui/skeleton';

const CHIPS = ['w-16', 'w-18', 'w-20', 'w-14', 'w-16'];

/** The grid while it is counted, in the size of what is coming. */
export function GridLoading() {
  return (
    <div className="grid min-h-0 grow content-start lg:grid-cols-[minmax(0,1fr)_432px] lg:content-stretch">
      <div className="flex min-w-0 flex-col">
        <FilterBar>
          {CHIPS.map((width, index) => (
            <Skeleton key={index} className={`h-6 ${width}`} />
          ))}
        </FilterBar>
        <div className="flex grow flex-col gap-3 p-4 pl-12">
          <Skeleton className="h-14 w-full" />
          <Skeleton className="min-h-80 w-full grow" />
          <Skeleton className="h-14 w-full" />
        </div>
      </div>
      <div className="border-line max-lg:border-t lg:border-l">
        <SkeletonRows rows={10} label="Counting leads" />
      </div>
    </div>
  );
}
