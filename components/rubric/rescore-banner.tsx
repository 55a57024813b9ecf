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
  const watched = useProgress(progress);
  const { done, total, rate, rubricNumber, stalled } = watched;
  if (done >= total) return null;
  return (
    <div className="shrink-0 border-b border-line px-4 py-2.5 max-md:px-3">
      <ProgressBar
        label={`Scoring every lead with v${rubricNumber ?? ''}`}
        done={done}
        total={total}
        unit="leads"
        rate={rate}
        remaining={rate ? ((total - done) / rate) * 1_000 : undefined}
      >
        {stalled
          ? 'Nothing moves at the moment: is the worker running?'
          : 'You may leave; it goes on. Until then, some leads still show the score they had before.'}
      </ProgressBar>
    </div>
  );
}

/** Looks again and again, one look after the other, until every lead is done. */
function useProgress(progress: RescoreProgress): Watched {
  const [start] = useState(progress);
  const [watched, setWatched] = useState<Watched>({ ...progress, stalled: false });
  const running = watched.done < watched.total;
  const router = useRouter();
  const show = useToast();
  useEffect(() => {
    if (!running) return undefined;
    const begun = Date.now();
    let last = { done: start.done, at: begun };
    let timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    let left = false;
    const look = async () => {
      const answer = await readRescoreProgressAction().catch(() => null);
      if (left) return;
      if (answer?.ok) {
        const { done, total } = answer.value;
        const now = Date.now();
        if (done !== last.done) last = { done, at: now };
        const rate = ((done - start.done) / (now - begun)) * 1_000;
        const stalled = now - last.at > STALLED_AFTER_MS;
        setWatched({ ...answer.value, rate: rate > 0 ? rate : undefined, stalled });
        if (done >= total) {
          show({ title: 'Every lead is scored by the live version', tone: 'good' });
          router.refresh();
          return;
        }
      }
      timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [running, start, router, show]);
  return watched;
}
