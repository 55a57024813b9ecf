import Link from 'next/link';
import { AxisPair } from '@/components/scores/axis-bars';
import { TierBadge } from '@/components/scores/tier-badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { LeadView } from '@/lib/leads/loaders';
import type { Colleague } from '@/lib/leads/types';

type Colleagues = NonNullable<LeadView['colleagues']>;

/** The other people of a lead's company, with their scores. */
export function ColleagueList({ colleagues, companyId }: { colleagues: Colleagues; companyId: string }) {
  const { people, total } = colleagues;
  if (people.length === 0) return <p className="text-soft">Nobody else of this company is known.</p>;
  const others = total - 1 - people.length;
  return (
    <>
      <ul>
        {people.map((person) => (
          <Person key={person.id} person={person} />
        ))}
      </ul>
      {others > 0 ? (
        <Link href={`/leads?company=${companyId}`} className="mt-1.5 inline-block text-xs text-accent">
          All {total} people
        </Link>
      ) : null}
    </>
  );
}

function Person({ person }: { person: Colleague }) {
  const { id, name, title, tier, score, fit, intent, seenAt } = person;
  return (
    <li className="grid min-h-10.5 grid-cols-[minmax(0,1fr)_auto_24px_auto] items-center gap-x-2.5 border-b border-line py-1 last:border-b-0">
      <div className="min-w-0 leading-[17px]">
        <Link href={`/leads/${id}`} className="block truncate font-strong hover:underline">
          {name}
        </Link>
        <span className="block truncate text-xs text-soft">
          {title ? `${title}, ` : null}
          {seenAt ? (
            <>
              seen <RelativeTime at={seenAt} />
            </>
          ) : (
            'not seen yet'
          )}
        </span>
      </div>
      {tier ? <TierBadge tier={tier} /> : <span />}
      <span className="text-right font-strong">{score}</span>
      {fit !== null && intent !== null ? <AxisPair fit={fit} intent={intent} /> : <span />}
    </li>
  );
}
