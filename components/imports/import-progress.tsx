'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { ImportEntry } from '@/lib/imports/data';
import { isUnderWay, measureRate } from './import-words';

const LOOK_EVERY_MS = 1_000;

const progressSchema = z.object({
  stage: z.enum(['draft', 'queued', 'running', 'done', 'failed', 'undoing', 'undone']),
  rowsRead: z.number(),
  rowsTotal: z.number().nullable(),
});

type Watched = z.output<typeof progressSchema> & ReturnType<typeof measureRate>;

async function look(id: string) {
  const answer = await fetch(`/api/imports/${id}`, { cache: 'no-store' });
  return answer.ok ? progressSchema.parse(await answer.json()) : null;
}

export interface ImportProgressProps {
  entry: Pick<ImportEntry, 'id' | 'fileName' | 'stage' | 'rowsRead' | 'rowsTotal'>;
  /** Leave out the words that one may leave. */
  brief?: boolean;
}

/** How far an import is, looked at every second; the page is drawn anew once it has ended. */
export function ImportProgress({ entry, brief = false }: ImportProgressProps) {
  const { id, fileName, stage } = entry;
  const [watched, setWatched] = useState<Watched>(entry);
  const router = useRouter();
  const active = isUnderWay(stage);
  useEffect(() => {
    if (!active) return undefined;
    let first: { rowsRead: number; at: number } | null = null;
    const timer = setInterval(() => {
      void look(id)
        .then((seen) => {
          if (!seen) return;
          const now = Date.now();
          if (seen.stage === 'running' && seen.rowsTotal !== null)
            first ??= { rowsRead: seen.rowsRead, at: now };
          setWatched({ ...seen, ...measureRate(seen, first, now) });
          if (isUnderWay(seen.stage)) return;
          clearInterval(timer);
          router.refresh();
        })
        // A look that fails is made good by the next one.
        .catch(() => undefined);
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [active, id, router]);
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
