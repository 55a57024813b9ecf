'use client';

import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { countEventAction } from '@/lib/rubrics/actions';

/** Puts a criterion that counts an event type into the draft of the rubric, and leads there. */
export function CountButton({ type, label }: { type: string; label: string }) {
  const [pending, startTransition] = useTransition();
  const router = useRouter();
  const show = useToast();
  const count = () =>
    startTransition(async () => {
      const answer = await countEventAction({ type, label });
      if (!answer.ok) return show({ title: answer.message, tone: 'bad' });
      const { criterionId, added } = answer.value;
      show(
        added
          ? { title: `“${label}” stands in the draft`, description: 'Set its points, then publish.' }
          : { title: `The rubric counts “${label}” already` },
      );
      router.push(`/rubric#criterion-${encodeURIComponent(criterionId)}`);
    });
  return (
    <Button size="sm" busy={pending} onClick={count} aria-label={`Make a criterion of ${label}`}>
      Make a criterion
    </Button>
  );
}
