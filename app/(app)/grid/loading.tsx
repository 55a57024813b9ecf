import { GridLoading } from '@/components/grid/grid-loading';
import { PageHeader } from '@/components/ui/page-header';

export default function Loading() {
  return (
    <>
      <PageHeader title="Grid" />
      <GridLoading />
    </>
  );
}
