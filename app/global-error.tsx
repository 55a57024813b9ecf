'use client';

import './globals.css';
import { ErrorState } from '@/components/ui/error-state';

interface GlobalErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** The frame itself failed, so this draws its own document. */
export default function GlobalError({ error, reset }: GlobalErrorProps) {
  return (
    <html lang="en">
      <body>
        <main className="grid min-h-dvh place-items-center">
          <ErrorState
            level={1}
            title="Leadgrid could not start this page"
            onRetry={reset}
            reference={error.digest}
          >
            Try again in a moment. If it stays, the server&apos;s log has the reason.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
