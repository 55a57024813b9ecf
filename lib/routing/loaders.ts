import { requirePage } from '@/lib/auth/guards';
import { isAllowed } from '@/lib/auth/permissions';
import { readResponse } from '@/lib/response/data';
import { listSegmentFields } from '@/lib/segments/data';
import { listPeople } from '@/lib/users/data';
import { readRouting } from './data/settings';
import { routingSettingsSchema } from './schema';

/** The routing screen: rules, teams, and whom leads may go to. */
export async function loadRouting() {
  const actor = await requirePage('settings:read', '/settings/routing');
  const [{ routing, savedAt }, { response }, fields, people] = await Promise.all([
    readRouting(),
    readResponse(),
    listSegmentFields(),
    listPeople(),
  ]);
  const shown = routingSettingsSchema.parse(routing);
  return {
    routing: shown,
    savedAt: savedAt?.getTime() ?? null,
    hours: response.hours,
    fields,
    people: people
      .filter(({ active, role }) => active && role !== 'ops')
      .map(({ id, name, role }) => ({ id, name, role })),
    timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone')],
    mayEdit: isAllowed(actor.role, 'routing:write'),
  };
}

/** Routing as its components take it. */
export type RoutingView = Awaited<ReturnType<typeof loadRouting>>;
