'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { markSeenAction } from '@/lib/alerts/actions';

/** Says that all alerts up to an instant were seen. */
export function SeenButton({ until }: { until: number }) {
  const [pending, startTransition] = useTransition();
  const mark = () =>
    startTransition(async () => {
      await markSeenAction({ until });
    });
  return (
    <Button busy={pending} onClick={mark}>
      Mark as seen
    </Button>
  );
}
