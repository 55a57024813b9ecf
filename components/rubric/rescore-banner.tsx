'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useToast } from '@/components/ui/toast';
import { readRescoreProgressAction } from '@/lib/effects/actions';
import type { RescoreProgress } from '@/lib/scores/types';

const LOOK_EVERY_MS = 1_000;
const STALLED_AFTER_MS = 20_000;

interface Watched extends RescoreProgress {
  /** Leads a second since this page watches. */
  rate?: number;
  stalled: boolean;
}

export interface RescoreBannerProps {
  /** How far it was when the page was drawn. */
  progress: RescoreProgress;
}

/** The rescoring of everyone after a publication, until all leads carry the new version. Draws nothing once they do. */
export function RescoreBanner({ progress }: RescoreBannerProps) {
  const [watched, setWatched] = useState<Watched>({ ...progress, stalled: false });
  const running = progress.done < progress.total;
  const router = useRouter();
  const show = useToast();
  useEffect(() => {
    if (!running) return undefined;
    const begun = Date.now();
    let moved = begun;
    let last = progress.done;
    const timer = setInterval(() => {
      void look().catch(() => undefined);
    }, LOOK_EVERY_MS);
    const look = async () => {
      const answer = await readRescoreProgressAction();
      if (!answer.ok) return;
      const now = Date.now();
      const { done, total } = answer.value;
      if (done !== last) moved = now;
      last = done;
      const rate = ((done - progress.done) / (now - begun)) * 1_000;
      setWatched({
        ...answer.value,
        rate: rate > 0 ? rate : undefined,
        stalled: now - moved > STALLED_AFTER_MS,
      });
      if (done < total) return;
      clearInterval(timer);
      show({ title: 'Every lead is rescored', tone: 'good' });
      router.refresh();
    };
    return () => clearInterval(timer);
  }, [running, progress.done, router, show]);
  if (!running) return null;
  const { done, total, rate, rubricNumber, stalled } = watched;
  return (
    <div className="shrink-0 border-b border-line px-4 py-2.5 max-md:px-3">
      <ProgressBar
        label={`Rescoring everyone with v${rubricNumber ?? ''}`}
        done={done}
        total={total}
        unit="leads"
        rate={rate}
        remaining={rate ? ((total - done) / rate) * 1_000 : undefined}
      >
        {stalled
          ? 'Nothing moves at the moment: is the worker running?'
          : 'You may leave; it goes on. Until then, queue and grid show some leads by the version before.'}
      </ProgressBar>
    </div>
  );
}
