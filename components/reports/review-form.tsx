'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { useToast } from '@/components/ui/toast';
import { recordReviewAction } from '@/lib/reports/actions';

/** Says what a look at the model found; the figures of this moment are kept with it. */
export function ReviewForm() {
  const [note, setNote] = useState('');
  const [fault, setFault] = useState('');
  const [busy, startTransition] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const record = () =>
    startTransition(async () => {
      const result = await recordReviewAction({ note });
      if (!result.ok) return setFault(result.issues[0]?.message ?? result.message);
      setNote('');
      setFault('');
      toast({ title: 'Review recorded', tone: 'good' });
      router.refresh();
    });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        record();
      }}
      className="flex flex-col items-start gap-2"
    >
      <Field
        label="What you found"
        hint="The figures as they are now are kept with it, so that the next review sees what changed."
        error={fault}
        className="w-full"
      >
        {(field) => (
          <Textarea
            {...field}
            rows={3}
            value={note}
            onChange={({ currentTarget }) => setNote(currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={busy}>
        Record review
      </Button>
    </form>
  );
}
