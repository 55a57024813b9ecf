import { clsx } from 'clsx';
import Link from 'next/link';
import { Dot } from '@/components/ui/badge';
import { formatCount } from '@/components/ui/format';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReviewView } from '@/lib/reports/loaders';
import { reportAddress, type PeriodMonths } from './report-address';
import { formatDay } from './report-words';

/** What there is to look at: criteria that deals contradict, what has shifted, and whether a review is due. */
export function LookLine({ review, period }: { review: ReviewView; period: PeriodMonths }) {
  const { figures, due, dueAt, reviews } = review;
  const last = reviews[0]
    ? `last reviewed ${formatDay(reviews[0].at)} by ${reviews[0].reviewer}`
    : 'never reviewed so far';
  const findings = [
    {
      href: reportAddress('/reports/criteria', period),
      words: formatCount(
        figures.contradicting.length,
        'criterion contradicts its sign',
        'criteria contradict their sign',
      ),
      colour: 'var(--bad)',
      shown: figures.contradicting.length > 0,
    },
    {
      href: reportAddress('/reports/drift', period),
      words: formatCount(figures.shifted.length, 'figure has shifted', 'figures have shifted'),
      colour: 'var(--warn)',
      shown: figures.shifted.length > 0,
    },
    {
      href: `${reportAddress('/reports/drift', period)}#review`,
      words: due ? `Review is due: ${last}` : `${last.charAt(0).toUpperCase()}${last.slice(1)}`,
      colour: due ? 'var(--warn)' : 'var(--good)',
      shown: dueAt !== null,
    },
  ].filter(({ shown }) => shown);
  return (
    <ul aria-label="What to look at" className="flex flex-wrap gap-x-5 gap-y-1 pt-1.5">
      {findings.map(({ href, words, colour }) => (
        <li key={words}>
          <Link
            href={href}
            className={clsx('inline-flex min-h-6 items-center gap-2 text-soft hover:text-text')}
          >
            <Dot colour={colour} />
            <span className="border-b border-line-strong">{words}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** In its place while it is found. */
export function LookWaiting() {
  return (
    <div
      role="status"
      aria-label="Looking at criteria and drift"
      className="flex h-7.5 items-center gap-5 pt-1.5"
    >
      <Skeleton className="h-3.5 w-48" />
      <Skeleton className="h-3.5 w-32" />
    </div>
  );
}
