import { clsx } from 'clsx';

export interface SkeletonProps {
  className?: string;
}

/** A grey block in the size of what is coming: `<Skeleton className="h-4 w-32" />`. */
export function Skeleton({ className }: SkeletonProps) {
  return <span aria-hidden className={clsx('block animate-pulse rounded-sm bg-text/8', className)} />;
}

export interface SkeletonRowsProps {
  /** Number of rows, each 40 px high, like those of a table. */
  rows?: number;
  /** Said to screen readers. */
  label?: string;
}

/** The rows of a table that is on its way. */
export function SkeletonRows({ rows = 10, label = 'Loading' }: SkeletonRowsProps) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-row items-center gap-4 border-b border-line px-4">
          <Skeleton className="h-3 w-4" />
          <Skeleton className="h-3 w-40" />
          <Skeleton className="ml-auto h-3 w-16" />
          <Skeleton className="h-3 w-24 max-md:hidden" />
        </div>
      ))}
    </div>
  );
}
