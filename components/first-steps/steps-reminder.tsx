'use client';

import { useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { useToast } from '@/components/ui/toast';
import { dismissFirstStepsAction } from '@/lib/first-steps/actions';
import type { Step } from '@/lib/first-steps/types';

export interface StepsReminderProps {
  /** The steps that are left, the next one first. */
  left: readonly Step[];
  /** Whether it was put away before. */
  dismissed: boolean;
}

/** Above a screen, while Leadgrid is not set up: what comes next, and how much is left. */
export function StepsReminder({ left, dismissed }: StepsReminderProps) {
  const [gone, setGone] = useState(dismissed);
  const show = useToast();
  const next = left[0];
  if (gone || !next) return null;
  const dismiss = async () => {
    setGone(true);
    const answer = await dismissFirstStepsAction();
    if (answer.ok)
      show({ title: 'Put away', description: 'The first steps stay in the menu, above Settings.' });
    else show({ title: answer.message, tone: 'bad' });
  };
  return (
    <aside
      aria-label="First steps"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-accent-soft px-4 py-2 max-md:px-3"
    >
      <p className="min-w-0 grow basis-56">
        <strong className="font-semibold">
          Next: {next.title.charAt(0).toLowerCase() + next.title.slice(1)}.
        </strong>{' '}
        <span className="text-soft">
          {left.length === 1 ? 'The last of the first steps.' : `${left.length} of the first steps are left.`}
        </span>
      </p>
      <div className="flex gap-2">
        <ButtonLink href="/first-steps" variant="primary">
          First steps
        </ButtonLink>
        <Button variant="quiet" onClick={() => void dismiss()}>
          Put away
        </Button>
      </div>
    </aside>
  );
}
