import { Chip } from '@/components/ui/chip';
import { FilterBar } from '@/components/ui/page-body';
import type { AddressValue, Range } from '@/lib/leads/address';
import { ANSWERS, QUALIFIED_STEPS } from '@/lib/reports/constants';
import type { LeadsBehindView } from '@/lib/reports/loaders';
import type { LeadsBehindSearch } from '@/lib/reports/schema';
import { CohortChips } from './cohort-chips';
import { ANSWER_NAME, BEHIND_NAME, STEP_NAME } from './leads-behind-words';
import { leadsBehindAddress, type PeriodMonths } from './report-address';
import { formatPeriod } from './report-words';
import { SegmentChip } from './segment-chip';

type HrefWith = (change: Readonly<Record<string, AddressValue>>, of?: PeriodMonths) => string;

/** Which leads are listed; every choice is a link. */
export function LeadsBehindFilters({ view }: { view: LeadsBehindView }) {
  const { search, period } = view;
  const hrefWith: HrefWith = (change, of = period) =>
    leadsBehindAddress(of, { ...tellFilters(search), ...change });
  return (
    <FilterBar role="group" aria-label="Which leads">
      <Chip on>
        {BEHIND_NAME[search.of]} {formatPeriod(period)}
      </Chip>
      <SegmentChip period={period} hrefOf={(whole) => hrefWith({}, whole)} />
      {search.of === 'engaged' ? <EngagedFilters search={search} hrefWith={hrefWith} /> : null}
      {search.of === 'worked' || search.of === 'answered' ? <Rep view={view} hrefWith={hrefWith} /> : null}
      {search.of === 'worked' ? <WorkedFilters search={search} hrefWith={hrefWith} /> : null}
      {search.of === 'qualified' ? (
        <Steps search={search} hrefWith={hrefWith} />
      ) : (
        <Tiers view={view} hrefWith={hrefWith} />
      )}
      {search.of === 'answered' ? <Answers search={search} hrefWith={hrefWith} /> : null}
      {search.of === 'worked' || search.of === 'answered' ? null : (
        <CohortChips cohort={search.cohort} hrefWith={(cohort) => hrefWith({ cohort })} />
      )}
    </FilterBar>
  );
}

/** What of a search narrows the list; the first page is begun with. */
export function tellFilters(search: LeadsBehindSearch): Record<string, AddressValue> {
  const { of, cohort, tier, tiers, score, fit, intent, criterion, missing, rep, best, step, answer } = search;
  return {
    ...{ of, tier, score, fit, intent, criterion, missing, rep, answer },
    cohort: cohort === 'all' ? undefined : cohort,
    tiers: tiers === 'any' ? undefined : tiers,
    best: best === 'any' ? undefined : best,
    step: step === 'marketing' ? undefined : step,
  };
}

interface PartProps {
  search: LeadsBehindSearch;
  hrefWith: HrefWith;
}

function EngagedFilters({ search, hrefWith }: PartProps) {
  const { score, fit, intent, criterion, missing } = search;
  const chips: { key: string; words: string; shown: Range | string | undefined }[] = [
    { key: 'score', words: `Score ${sayRange(score)}`, shown: score },
    { key: 'fit', words: `Fit ${sayRange(fit)}`, shown: fit },
    { key: 'intent', words: `Intent ${sayRange(intent)}`, shown: intent },
    { key: 'criterion', words: `With ${criterion ?? ''}`, shown: criterion },
    { key: 'missing', words: `Without ${missing ?? ''}`, shown: missing },
  ];
  return chips
    .filter(({ shown }) => shown !== undefined)
    .map(({ key, words }) => (
      <Chip key={key} on removeHref={hrefWith({ [key]: undefined })} removeLabel={`Remove filter ${words}`}>
        {words}
      </Chip>
    ));
}

function sayRange(range: Range | undefined): string {
  return range ? `${range.low}–${range.high}` : '';
}

interface ViewProps {
  view: LeadsBehindView;
  hrefWith: HrefWith;
}

function Rep({ view: { search, repName }, hrefWith }: ViewProps) {
  if (search.rep === undefined) return null;
  const name = repName ?? 'nobody’s account';
  return (
    <Chip on removeHref={hrefWith({ rep: undefined })} removeLabel="Whichever rep">
      {search.of === 'answered' ? 'To' : 'By'} {name}
    </Chip>
  );
}

function WorkedFilters({ search, hrefWith }: PartProps) {
  return (
    <>
      {search.tiers === 'unscored' ? (
        <Chip on removeHref={hrefWith({ tiers: undefined })} removeLabel="Scored or not">
          Not scored then
        </Chip>
      ) : null}
      <Chip on={search.best === 'yes'} href={hrefWith({ best: search.best === 'yes' ? undefined : 'yes' })}>
        Best quarter then
      </Chip>
    </>
  );
}

function Answers({ search: { answer }, hrefWith }: PartProps) {
  return ANSWERS.map((one) => {
    const others = answer.filter((other) => other !== one);
    const isOn = answer.includes(one);
    return (
      <Chip key={one} on={isOn} href={hrefWith({ answer: isOn ? others : [...answer, one] })}>
        {ANSWER_NAME[one]}
      </Chip>
    );
  });
}

function Tiers({ view: { search, tiers }, hrefWith }: ViewProps) {
  const toggle = (name: string) =>
    search.tier.includes(name) ? search.tier.filter((other) => other !== name) : [...search.tier, name];
  return [...new Set([...tiers, ...search.tier])].map((name) => (
    <Chip
      key={name}
      on={search.tier.includes(name)}
      href={hrefWith({ tier: toggle(name), tiers: undefined })}
    >
      Tier {name}
    </Chip>
  ));
}

function Steps({ search, hrefWith }: PartProps) {
  return QUALIFIED_STEPS.map((step) => (
    <Chip key={step} on={search.step === step} href={hrefWith({ step })}>
      {STEP_NAME[step]}
    </Chip>
  ));
}
