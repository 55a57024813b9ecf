import type { ReactNode } from 'react';
import { Button, ButtonLink } from './button';

export interface PaginationLinksProps {
  /** Where the page before and after stand; nothing when there is none. */
  previousHref?: string;
  nextHref?: string;
  /** "First 50 of 18,412, by score" */
  children?: ReactNode;
}

/** Previous and next, for lists that go on from a key. */
export function PaginationLinks({ previousHref, nextHref, children }: PaginationLinksProps) {
  return (
    <nav aria-label="Pages" className="flex items-center gap-2 px-4 py-2 text-xs text-soft max-md:px-3">
      <span className="mr-auto">{children}</span>
      <PageLink href={previousHref} rel="prev">
        Previous
      </PageLink>
      <PageLink href={nextHref} rel="next">
        Next
      </PageLink>
    </nav>
  );
}

function PageLink({ href, rel, children }: { href?: string; rel: 'prev' | 'next'; children: ReactNode }) {
  return href === undefined ? (
    <Button disabled>{children}</Button>
  ) : (
    <ButtonLink href={href} rel={rel}>
      {children}
    </ButtonLink>
  );
}
