'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { startLearningAction } from '@/lib/learning/actions';

export interface KeepButtonProps {
  field: string;
  /** Fields that are kept already. */
  kept: readonly string[];
}

/** Learns again, this time from a field that looked as if it were known only afterwards. */
export function KeepButton({ field, kept }: KeepButtonProps) {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const keep = () =>
    startTransition(async () => {
      const result = await startLearningAction({ keep: [...kept, field] });
      if (!result.ok) show({ title: result.message, tone: 'bad' });
    });
  return (
    <Button busy={busy} onClick={keep} aria-label={`Keep ${field} and learn again`}>
      Keep and learn again
    </Button>
  );
}
