import { Check } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import type { Step } from '@/lib/first-steps/types';

export interface StepListProps {
  steps: readonly Step[];
}

/** The first steps in their order: what stands, and the next one with its buttons in sight. */
export function StepList({ steps }: StepListProps) {
  const next = steps.find(({ state }) => state === 'open') ?? steps.find(({ state }) => state === 'optional');
  return (
    <ol className="max-w-3xl rounded-card border border-line bg-raise">
      {steps.map((step, place) => (
        <li
          key={step.key}
          aria-current={step === next ? 'step' : undefined}
          className="grid grid-cols-[24px_minmax(0,1fr)] gap-x-3 gap-y-2 border-t border-line px-4 py-3 first:border-t-0 sm:grid-cols-[24px_minmax(0,1fr)_auto]"
        >
          <Mark step={step} number={place + 1} />
          <div className="min-w-0">
            <h2 className="flex flex-wrap items-center gap-x-2 text-sm font-semibold text-text">
              {step.title}
              {step.state === 'optional' ? <Badge>worth a look</Badge> : null}
              <span className="sr-only">{step.state === 'done' ? ', done' : ''}</span>
            </h2>
            <p className="break-words text-soft">{step.words}</p>
          </div>
          <div className="col-start-2 flex flex-wrap items-center gap-2 empty:hidden sm:col-start-3">
            {step.actions.map(({ label, href }, index) => (
              <ButtonLink
                key={href}
                href={href}
                variant={
                  step === next && index === 0 ? 'primary' : step.state === 'done' ? 'quiet' : 'default'
                }
              >
                {label}
              </ButtonLink>
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ step, number }: { step: Step; number: number }) {
  return step.state === 'done' ? (
    <span aria-hidden className="flex size-6 items-center justify-center rounded-full bg-good-soft text-good">
      <Check size={14} />
    </span>
  ) : (
    <span
      aria-hidden
      className="flex size-6 items-center justify-center rounded-full border border-line-strong text-xs font-medium text-soft"
    >
      {number}
    </span>
  );
}
