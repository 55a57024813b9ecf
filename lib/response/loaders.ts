import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { findLiveRubric } from '@/lib/rubrics/data';
import { listPeople } from '@/lib/users/data';
import { readResponse } from './data';
import { findTarget } from './plan-clock';

/** The screen of response targets: a target for each routed tier, working hours, and who may be told. */
export async function loadResponse() {
  const actor = await requirePage('settings:read', '/settings/response');
  const [{ response, savedAt }, live, people] = await Promise.all([
    readResponse(),
    findLiveRubric(),
    listPeople(),
  ]);
  const tiers = live?.compiled.rubric.tiers.filter(({ action }) => action === 'route') ?? [];
  const targets = tiers.map(({ name }) => ({ tier: name, ...findTarget(response, name) }));
  // What is said of tiers that another rubric may have again is kept.
  const others = response.targets.filter(({ tier }) => !tiers.some(({ name }) => name === tier));
  return {
    response: { ...response, targets },
    others,
    savedAt: savedAt?.getTime() ?? null,
    managers: people
      .filter(({ active, role }) => active && role !== 'rep')
      .map(({ id, name }) => ({ id, name })),
    timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone')],
    mayEdit: isAllowed(actor.role, 'routing:write'),
  };
}

/** Response targets as their components take them. */
export type ResponseView = Awaited<ReturnType<typeof loadResponse>>;
