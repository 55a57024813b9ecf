import type { ReactNode } from 'react';
import { StateMessage } from './state-message';

export interface EmptyStateProps {
  /** What is not there: "No leads in this tab". */
  title: string;
  /** Why, and how to fill it. */
  children?: ReactNode;
  actions?: ReactNode;
}

/** Nothing to show, and what to do about it. */
export function EmptyState(props: EmptyStateProps) {
  return <StateMessage {...props} />;
}
