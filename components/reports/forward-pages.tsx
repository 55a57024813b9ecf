import { ButtonLink } from '@/components/ui/button';

export interface ForwardPagesProps {
  firstHref: string;
  nextHref: string | undefined;
  /** Whether the page shown is the first. */
  isFirst: boolean;
}

/** First page and next one, for lists that are read forwards from a key; nothing when all stands on one page. */
export function ForwardPages({ firstHref, nextHref, isFirst }: ForwardPagesProps) {
  if (isFirst && nextHref === undefined) return null;
  return (
    <nav aria-label="Pages" className="flex justify-end gap-2 px-4 py-2 max-md:px-3">
      {isFirst ? null : <ButtonLink href={firstHref}>First page</ButtonLink>}
      {nextHref === undefined ? null : (
        <ButtonLink href={nextHref} rel="next">
          Next
        </ButtonLink>
      )}
    </nav>
  );
}
