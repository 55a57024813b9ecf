import { ItemFlags } from '@/components/flags/item-flags';
import { describeCondition, type Labels } from '@/lib/scoring/describe';
import type { Disqualifier } from '@/lib/scoring/types';

export interface DisqualifierListProps {
  disqualifiers: readonly Disqualifier[];
  labels: Labels;
}

/** What puts a lead out of the queue whatever its points. */
export function DisqualifierList({ disqualifiers, labels }: DisqualifierListProps) {
  if (disqualifiers.length === 0) return null;
  return (
    <section aria-labelledby="disqualifiers" className="pt-4 pb-3">
      <header className="flex flex-wrap items-baseline gap-x-2 px-4 pb-1.5 max-md:px-3">
        <h2 id="disqualifiers">Disqualified</h2>
        <span className="text-xs text-faint">last tier, whatever the points</span>
      </header>
      <ul>
        {disqualifiers.map((disqualifier) => (
          <li
            key={disqualifier.id}
            id={`disqualifier-${disqualifier.id}`}
            className="flex min-h-11 scroll-mt-16 flex-col justify-center border-t border-line px-4 py-1.5 leading-4 target:bg-accent-soft max-md:px-3"
          >
            <span className="font-strong">
              {disqualifier.label}
              <ItemFlags kind="disqualifier" itemId={disqualifier.id} label={disqualifier.label} />
            </span>
            <span className="text-xs break-words text-faint">
              {describeCondition(disqualifier.when, labels)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
