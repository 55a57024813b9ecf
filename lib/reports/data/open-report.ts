import { listFilterChoices } from '@/lib/leads/data';
import { findLiveVersion, type RubricDocument } from '@/lib/rubrics/data';
import { placeOf } from '../build-criteria';
import { listMonths, monthOf, readPeriod } from '../period';
import { readSegment } from '../read-segment';
import type { DealSearch, LeadsBehindSearch, PeriodSearch } from '../schema';
import { findDealSpan, type DealPlaces } from './deals';
import { countUnscored } from './engagements';
import type { LeadsBehindQuery } from './leads-behind';
import { holdsMostLeads } from './segment';
import { readReportSettings } from './settings';

/** Leads that are looked at for what a segment may be of. */
const CHOICES_SEEN_ON = 2_000;

/** What every screen of the reports begins with: the rubric, the period asked for, and by what deals are counted. */
export async function openReport(asked: PeriodSearch, now: Date = new Date()) {
  const segment = readSegment(asked);
  const [span, live, { maturityDays }, choices, holdsMost] = await Promise.all([
    findDealSpan(),
    findLiveVersion(),
    readReportSettings(),
    listFilterChoices(CHOICES_SEEN_ON),
    segment && holdsMostLeads(segment),
  ]);
  const period = { ...readPeriod(asked, span, now), by: asked.by, segment };
  const versionId = asked.by === 'now' ? (live?.id ?? null) : null;
  return {
    now,
    live,
    period,
    counting: { maturityDays, versionId, segment, holdsMost },
    view: {
      period,
      months: listMonths(span.first && span.first < period.from ? span.first : period.from, monthOf(now)),
      /** Whether any deal can be counted at all, in whatever period. */
      hasDeals: span.first !== null,
      version: live?.number ?? null,
      /** What a segment may be of. */
      choices,
      unscored: versionId === null ? 0 : await countUnscored(versionId),
    },
  };
}

/** Where the criteria stand that a list of deals or leads is cut down to. */
export function findPlaces(
  live: RubricDocument | null,
  search: Pick<DealSearch, 'criterion' | 'missing'>,
): DealPlaces {
  if (!live) return {};
  return {
    held: placeOf(live.document, search.criterion),
    missing: placeOf(live.document, search.missing),
  };
}

/** What a list of the leads behind a figure is read by, and what its screen shows besides. */
export async function openLeadsBehind(search: LeadsBehindSearch, now: Date = new Date()) {
  const { live, period, counting, view } = await openReport(search, now);
  const tiers = (live?.document.tiers ?? []).map(({ name }) => name);
  const query: LeadsBehindQuery = { search, period, now, counting, tiers, places: findPlaces(live, search) };
  return { query, view };
}
