import type { ReactNode } from 'react';

export interface StateMessageProps {
  title: string;
  /** What it means, and what to do. */
  children?: ReactNode;
  actions?: ReactNode;
  /** Level of the title in the page's outline. */
  level?: 1 | 2;
  /** Read out at once, for errors. */
  alert?: boolean;
}

/** The shape of the empty, error and no-permission states. */
export function StateMessage({ title, children, actions, level = 2, alert = false }: StateMessageProps) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <div
      role={alert ? 'alert' : undefined}
      className="mx-auto flex max-w-md flex-col items-center gap-1 px-4 py-16 text-center"
    >
      <Heading className="text-base font-semibold">{title}</Heading>
      {children ? <div className="text-soft">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
