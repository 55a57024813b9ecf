'use client';

import { Button } from '@/components/ui/button';
import { downloadRubric } from './download-rubric';
import type { Rubric } from '@/lib/scoring/types';

export interface RefusedBannerProps {
  message: string;
  /** The edits that were not saved. */
  document: Rubric;
  onRetry: () => void;
}

/** A draft was not saved: says why, and leaves the choice to the person. */
export function RefusedBanner({ message, document, onRetry }: RefusedBannerProps) {
  return (
    <div
      role="alert"
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-bad bg-bad-soft px-4 py-2 max-md:px-3"
    >
      <p className="min-w-0 grow basis-64">
        <strong className="font-semibold text-bad">Your edits are not saved.</strong> {message}
      </p>
      <Button onClick={() => downloadRubric(document)}>Download mine</Button>
      <Button onClick={() => window.location.reload()}>Load theirs</Button>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
