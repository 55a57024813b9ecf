'use client';

import { ErrorState } from '@/components/ui/error-state';
import { PageBody } from '@/components/ui/page-body';
import { PageHeader } from '@/components/ui/page-header';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A screen failed, inside the frame: the others still work. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <>
      <PageHeader title="Something went wrong" />
      <PageBody>
        <ErrorState title="This screen could not be drawn" onRetry={reset} reference={error.digest}>
          Nothing you entered elsewhere is lost. Try again; if it stays, pass the reference on.
        </ErrorState>
      </PageBody>
    </>
  );
}
