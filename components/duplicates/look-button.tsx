'use client';

import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { requestDuplicatesAction } from '@/lib/duplicates/actions';

/** Has all leads looked through for duplicates. */
export function LookButton() {
  const show = useToast();
  const [busy, startTransition] = useTransition();
  const look = () =>
    startTransition(async () => {
      const result = await requestDuplicatesAction();
      show(
        result.ok
          ? {
              title: 'All leads are being looked through',
              description: 'New pairs stand here within moments.',
            }
          : { title: result.message, tone: 'bad' },
      );
    });
  return (
    <Button busy={busy} onClick={look}>
      Look again
    </Button>
  );
}
