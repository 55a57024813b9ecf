import type { ReactNode } from 'react';
import { ButtonLink } from './button';
import { StateMessage } from './state-message';

export interface NoPermissionStateProps {
  /** What the viewer may not do: "change the rubric" (default "open this"). */
  what?: string;
  /** Who may: "ops and admins". */
  who?: string;
  children?: ReactNode;
  /** Where to go instead. */
  homeHref?: string;
}

/** The viewer's role does not allow this; says whose does. */
export function NoPermissionState({
  what = 'open this',
  who,
  children,
  homeHref = '/',
}: NoPermissionStateProps) {
  return (
    <StateMessage
      level={1}
      title={`You may not ${what}`}
      actions={<ButtonLink href={homeHref}>Back to your start page</ButtonLink>}
    >
      <p>
        {who ? `Only ${who} may. ` : 'Your role does not include it. '}
        Ask an administrator if your role should be another.
      </p>
      {children}
    </StateMessage>
  );
}
