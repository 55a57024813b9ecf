import Link from 'next/link';
import { RelativeTime } from '@/components/ui/relative-time';
import type { ReviewsView } from '@/lib/reviews/loaders';

/** What was decided last, by whom. */
export function DecisionList({ decisions }: Pick<ReviewsView, 'decisions'>) {
  return (
    <section aria-label="Decided last" className="px-4 pb-8 max-md:px-3">
      <h2 className="pt-6 pb-2">Decided last</h2>
      <ul className="flex flex-col gap-1.5">
        {decisions.map(({ id, at, decision, note, lead, by, to }) => (
          <li key={id} className="flex flex-wrap gap-x-2">
            <Link href={`/leads/${lead.id}`} className="font-strong">
              {lead.name}
            </Link>
            <span>
              {decision === 'routed' ? `routed to ${to ?? 'a rep'}` : 'left where it is'}
              {by ? ` by ${by}` : ''}
            </span>
            {note ? <span className="text-soft">“{note}”</span> : null}
            <span className="text-faint">
              <RelativeTime at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
