import { buildMix, measureCriteriaDrift, measureDrift } from '../build-drift';
import { maturityCutoff } from '../period';
import type { PeriodSearch } from '../schema';
import { countEngaged, countFired, listCensus, listVersionMarks } from './drift';
import { openReport } from './open-report';

/** Everything that says whether leads are still like those that the close rates were measured on. */
export async function openDrift(asked: PeriodSearch, now: Date = new Date()) {
  const { live, period, counting, view } = await openReport(asked, now);
  const tiers = (live?.document.tiers ?? []).map(({ name }) => name);
  const [engaged, fired, census, versions] = await Promise.all([
    countEngaged(period, now, counting),
    live ? countFired(period, now, { ...counting, versionId: live.id }) : [],
    listCensus(period, now, tiers),
    listVersionMarks(period),
  ]);
  return {
    view,
    tiers,
    cutoff: maturityCutoff(now, counting.maturityDays),
    drift: measureDrift(engaged, tiers),
    criteria: live ? measureCriteriaDrift(live.document, fired) : [],
    mix: buildMix(census, tiers),
    versions,
  };
}
