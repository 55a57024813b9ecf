import { FilterMenu, type FilterOption } from '@/components/ui/filter-menu';
import {
  ADDED_LABEL,
  ADDED_WITHIN,
  COMPANY_SIZE_KEYS,
  COMPANY_SIZE_LABEL,
  type CompanySize,
} from '@/lib/leads/constants';
import { toggleValue } from '@/lib/leads/leads-address';

/** Which part of the market a list shows, and since when its leads are known. */
export interface Segment {
  source: string[];
  country: string[];
  industry: string[];
  size: CompanySize[];
  added?: number;
}

export interface SegmentFiltersProps {
  segment: Segment;
  /** What is on offer of each. */
  choices: { sources: readonly string[]; countries: readonly string[]; industries: readonly string[] };
  /** The address of the list with some of it changed. */
  hrefWith: (change: Partial<Segment>) => string;
  /** Whether to ask since when leads are known. */
  withAdded?: boolean;
}

/** Filters by source, country, industry, size of the company, and how long the lead has been known. */
export function SegmentFilters({ segment, choices, hrefWith, withAdded = true }: SegmentFiltersProps) {
  const menu = (label: string, key: 'source' | 'country' | 'industry', values: readonly string[]) => (
    <FilterMenu
      label={label}
      clearHref={hrefWith({ [key]: [] })}
      options={[...new Set([...values, ...segment[key]])].map((value) => ({
        label: value,
        on: segment[key].includes(value),
        href: hrefWith({ [key]: toggleValue(segment[key], value) }),
      }))}
    />
  );
  return (
    <>
      {menu('Source', 'source', choices.sources)}
      {menu('Country', 'country', choices.countries)}
      {menu('Industry', 'industry', choices.industries)}
      <FilterMenu
        label="Size"
        clearHref={hrefWith({ size: [] })}
        options={COMPANY_SIZE_KEYS.map((size) => ({
          label: COMPANY_SIZE_LABEL[size],
          on: segment.size.includes(size),
          href: hrefWith({ size: toggleValue(segment.size, size) }),
        }))}
      />
      {withAdded ? (
        <FilterMenu
          label="Added"
          clearHref={hrefWith({ added: undefined })}
          options={ADDED_WITHIN.map((days) => offerPeriod(days, segment.added, hrefWith))}
        />
      ) : null}
    </>
  );
}

function offerPeriod(
  days: (typeof ADDED_WITHIN)[number],
  chosen: number | undefined,
  hrefWith: SegmentFiltersProps['hrefWith'],
): FilterOption {
  const on = chosen === Number(days);
  return { label: ADDED_LABEL[days], on, href: hrefWith({ added: on ? undefined : Number(days) }) };
}
