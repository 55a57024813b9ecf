import { DescriptionList } from '@/components/ui/description-list';
import { InstantTime } from '@/components/ui/relative-time';
import type { Fact } from '@/lib/leads/types';

/** What is known of a lead and its company, with where a value came from when it changed. */
export function LeadFacts({ facts }: { facts: { person: readonly Fact[]; company: readonly Fact[] } }) {
  const { person, company } = facts;
  if (person.length + company.length === 0) return <p className="text-soft">Nothing is known yet.</p>;
  return (
    <div className="flex flex-col gap-3">
      <FactList facts={person} />
      {company.length > 0 ? (
        <div>
          <h3 className="mb-0.5">Company</h3>
          <FactList facts={company} />
        </div>
      ) : null}
    </div>
  );
}

function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <DescriptionList
      items={facts.map(({ label, value, href, source, at }) => ({
        term: label,
        value: href ? (
          <a href={href} rel="noreferrer" className="text-accent hover:underline">
            {value}
          </a>
        ) : (
          value
        ),
        note:
          at === null ? undefined : (
            <>
              {source}, <InstantTime at={at} />
            </>
          ),
      }))}
    />
  );
}
