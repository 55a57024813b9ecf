'use client';

import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { useToast } from '@/components/ui/toast';
import { setMonthlyMailAction } from '@/lib/reports/actions';

/** Whether the viewer gets the monthly summary by e-mail. */
export function MonthlyMail({ wanted }: { wanted: boolean }) {
  const [shown, show] = useOptimistic(wanted);
  const [, startTransition] = useTransition();
  const router = useRouter();
  const toast = useToast();
  const change = (next: boolean) =>
    startTransition(async () => {
      show(next);
      const result = await setMonthlyMailAction({ wanted: next });
      if (!result.ok) toast({ title: result.message, tone: 'bad' });
      router.refresh();
    });
  return (
    <Checkbox
      checked={shown}
      onCheckedChange={change}
      label="Send me a summary each month"
      hint="By e-mail, when a month is over: the verdict, close rates, response times, and what to look at."
    />
  );
}
