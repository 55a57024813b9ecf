'use client';

import type { ReactNode } from 'react';
import { Button } from './button';
import { StateMessage } from './state-message';

export interface ErrorStateProps {
  title?: string;
  /** What happened, and what to do. */
  children?: ReactNode;
  /** Offered as "Try again". */
  onRetry?: () => void;
  /** Number under which the server's log knows the error. */
  reference?: string;
  actions?: ReactNode;
  level?: 1 | 2;
}

/** Something failed: what happened, what to do. */
export function ErrorState(props: ErrorStateProps) {
  const { title = 'This could not be loaded', children, onRetry, reference, actions, level } = props;
  return (
    <StateMessage
      alert
      title={title}
      level={level}
      actions={
        <>
          {onRetry ? <Button onClick={onRetry}>Try again</Button> : null}
          {actions}
        </>
      }
    >
      {children}
      {reference ? (
        <p className="mt-2 text-xs text-faint">
          Reference for your administrator: <code className="font-mono">{reference}</code>
        </p>
      ) : null}
    </StateMessage>
  );
}
