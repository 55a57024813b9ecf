'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { ProgressBar } from '@/components/ui/progress-bar';
import { useStream } from '@/components/ui/use-stream';
import type { ImportEntry } from '@/lib/imports/data';
import { importMarkSchema, importsDataSchema } from '@/lib/stream/schema';
import type { ImportMark } from '@/lib/stream/types';
import { isUnderWay, measureRate } from './import-words';

/** How often to look without being told; without the stream it is all there is. */
const LOOK_EVERY_MS = { live: 30_000, away: 1_000 };

type Watched = Omit<ImportMark, 'id'> & ReturnType<typeof measureRate>;

async function look(id: string): Promise<ImportMark | null> {
  const answer = await fetch(`/api/imports/${id}`, { cache: 'no-store' });
  return answer.ok ? importMarkSchema.parse(await answer.json()) : null;
}

export interface ImportProgressProps {
  entry: Pick<ImportEntry, 'id' | 'fileName' | 'stage' | 'rowsRead' | 'rowsTotal'>;
  /** Leave out the words that one may leave. */
  brief?: boolean;
}

/** How far an import is, as the stream says, or as looking now and then shows; the page is drawn anew once it has ended. */
export function ImportProgress({ entry, brief = false }: ImportProgressProps) {
  const { id, fileName, stage } = entry;
  const [watched, setWatched] = useState<Watched>(entry);
  const first = useRef<{ rowsRead: number; at: number }>(null);
  const router = useRouter();
  const active = isUnderWay(stage);
  const note = (seen: ImportMark) => {
    if (!active) return;
    const now = Date.now();
    if (seen.stage === 'running' && seen.rowsTotal !== null) {
      first.current ??= { rowsRead: seen.rowsRead, at: now };
    }
    setWatched({ ...seen, ...measureRate(seen, first.current, now) });
    if (!isUnderWay(seen.stage)) router.refresh();
  };
  const lookNow = async () => {
    const seen = await look(id).catch(() => null);
    if (seen) note(seen);
  };
  const lookAgain = useEffectEvent(lookNow);
  const state = useStream({
    topic: 'imports',
    onData: (data) => {
      const seen = importsDataSchema.safeParse(data).data?.marks.find((mark) => mark.id === id);
      if (seen) note(seen);
    },
    onOpen: () => void lookNow(),
  });
  useEffect(() => {
    if (!active) return undefined;
    const timer = setInterval(() => void lookAgain(), LOOK_EVERY_MS[state]);
    return () => clearInterval(timer);
  }, [active, state]);
  if (!active) return null;
  const isReading = watched.rowsTotal === null;
  const words =
    watched.stage === 'queued' ? 'Waiting for the worker' : isReading ? 'Looking through' : 'Importing';
  return (
    <ProgressBar
      label={`${words}${watched.stage === 'queued' ? ':' : ''} ${fileName}`}
      done={watched.rowsRead}
      total={watched.rowsTotal ?? undefined}
      unit="rows"
      rate={watched.rate}
      remaining={watched.remaining}
    >
      {brief
        ? null
        : 'You can leave this page; the import goes on. Leads are rescored as their rows come in.'}
    </ProgressBar>
  );
}
