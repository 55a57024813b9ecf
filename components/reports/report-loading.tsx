import { Card, CardBody } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';

const CARDS = ['@5xl:col-span-7', '@5xl:col-span-5', '@5xl:col-span-5', '@5xl:col-span-7'];

/** The reports screen while it is counted, in the size of what is coming. */
export function ReportLoading() {
  return (
    <div
      role="status"
      aria-label="Counting deals"
      className="@container grid grid-cols-12 gap-3 *:col-span-full"
    >
      <div className="flex flex-col gap-2 pb-1">
        <Skeleton className="h-7 w-[420px] max-w-full" />
        <Skeleton className="h-4 w-[300px] max-w-full" />
      </div>
      {CARDS.map((span, index) => (
        <Card key={index} className={span}>
          <div className="flex h-11 items-center border-b border-line px-3">
            <Skeleton className="h-3.5 w-28" />
          </div>
          <CardBody>
            <Skeleton className="h-64 w-full" />
          </CardBody>
        </Card>
      ))}
    </div>
  );
}
