import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { RubricDocument } from '@/lib/rubrics/data';

/** Says that a challenger runs, and leads to its comparison with the live version. */
export function ChallengerBanner({ challenger }: { challenger: RubricDocument }) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-2 border-b border-line bg-sunk px-4 py-2 max-md:px-3">
      <p className="min-w-0 grow text-soft">
        <strong className="font-semibold text-text">v{challenger.number} runs in shadow</strong>
        {challenger.shadowedAt ? (
          <>
            {' '}
            since <RelativeTime at={challenger.shadowedAt} />
          </>
        ) : null}
        : it routes nobody.
      </p>
      <Link href="/rubric/challenger" className="inline-flex h-6 items-center font-medium text-accent">
        Compare it with the live version
      </Link>
    </div>
  );
}
