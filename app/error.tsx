'use client';

import { ErrorState } from '@/components/ui/error-state';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A screen failed: what happened, what to do. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <ErrorState level={1} title="This screen could not be drawn" onRetry={reset} reference={error.digest}>
        Nothing you entered elsewhere is lost. Try again; if it stays, pass the reference on.
      </ErrorState>
    </main>
  );
}
