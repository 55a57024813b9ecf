'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { LearningRunEntry } from '@/lib/learning/data';

const LOOK_EVERY_MS = 1_000;

/** How far learning is; the page is drawn anew until it has ended. */
export function LearningProgress({ run }: { run: Pick<LearningRunEntry, 'done' | 'total'> }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [router]);
  const gathered = run.total > 0 && run.done >= run.total;
  return (
    <ProgressBar
      label={gathered ? 'Looking for what tells winners from losers' : 'Reading what was known of each lead'}
      done={run.done}
      total={run.total || undefined}
      unit="leads"
    >
      You may leave this page; the result will stand here.
    </ProgressBar>
  );
}
