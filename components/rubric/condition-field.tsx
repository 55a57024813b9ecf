'use client';

import dynamic from 'next/dynamic';
import { Skeleton } from '@/components/ui/skeleton';
import type { ConditionBuilderProps } from './condition-builder';

// The builder is large, and needed only where a condition is opened.
const ConditionBuilder = dynamic(() => import('./condition-builder'), {
  ssr: false,
  loading: () => <Skeleton className="h-24 w-full" />,
});

export interface ConditionFieldProps extends ConditionBuilderProps {
  label: string;
  /** What is wrong, in words. */
  faults: readonly string[];
}

/** A condition to be built, and what is wrong with it. */
export function ConditionField({ label, faults, ...builder }: ConditionFieldProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-xs font-medium">{label}</legend>
      <ConditionBuilder {...builder} />
      {faults.map((fault) => (
        <p key={fault} role="alert" className="mt-1 text-xs text-bad">
          {fault}
        </p>
      ))}
    </fieldset>
  );
}
