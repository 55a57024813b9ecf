'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { Card, CardBody, CardHeader } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { DryRun } from '@/lib/imports/schema';
import { ImportCounts } from './import-counts';
import { RejectionTable } from './rejection-card';

const LOOK_EVERY_MS = 1_000;

/** What importing the file would do: how far the dry run is, then what it found. */
export function DryRunCard({ dryRun }: { dryRun: DryRun }) {
  const { state, progress, rejections, fault } = dryRun;
  const router = useRouter();
  useEffect(() => {
    if (state !== 'running') return undefined;
    const timer = setInterval(() => router.refresh(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [state, router]);
  return (
    <Card>
      <CardHeader
        title={state === 'running' ? 'Dry run' : 'What this import would do'}
        note={state === 'done' ? 'nothing was stored' : undefined}
      />
      {state === 'running' ? (
        <CardBody>
          <ProgressBar
            label={progress === null ? 'Waiting for the worker' : 'Trying every row'}
            done={progress?.rowsRead ?? 0}
            total={progress?.rowsTotal ?? undefined}
            unit="rows"
          />
        </CardBody>
      ) : null}
      {state === 'done' && progress ? (
        <CardBody flush>
          <ImportCounts entry={progress} />
          {rejections.length > 0 ? <RejectionTable rejections={rejections} /> : null}
        </CardBody>
      ) : null}
      {fault ? (
        <p role="alert" className="px-3 py-2 text-bad">
          {fault}
        </p>
      ) : null}
    </Card>
  );
}
