'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { startLearningAction } from '@/lib/learning/actions';

export interface LearnButtonProps {
  /** Whether it was done before. */
  again: boolean;
}

/** Has a rubric learned from the closed deals. */
export function LearnButton({ again }: LearnButtonProps) {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const learn = () =>
    startTransition(async () => {
      const result = await startLearningAction({});
      if (!result.ok) show({ title: result.message, tone: 'bad' });
    });
  return (
    <Button variant={again ? undefined : 'primary'} busy={busy} onClick={learn}>
      {again ? 'Learn again' : 'Learn from deals'}
    </Button>
  );
}
