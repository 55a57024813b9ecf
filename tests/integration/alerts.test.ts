import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { countUnseen, listAlerts } from '@/lib/alerts/data';
import { ALERT_DAYS } from '@/lib/alerts/constants';
import { markAlertsSeen, pruneAlerts, writeAlerts } from '@/lib/alerts/mutations';
import { grant, type Actor } from '@/lib/auth/actor';
import { closeDb, getDb } from '@/lib/server/db';
import { clearDatabase } from '../support/clear-database';
import { later, MONDAY } from '../support/routing-fixtures';
import { addLeads } from '../support/score-fixtures';
import { addWorker } from '../support/work-fixtures';

describe('alerts', () => {
  let maya: Actor<'leads:read'>;
  let tim: Actor<'leads:read'>;
  let lead = '';
  const tell = (userId: string | null, kind: 'intent' | 'late', minutes: number) =>
    writeAlerts(getDb(), [{ leadId: lead, userId, kind, detail: `At ${minutes}` }], later(minutes));
  const read = async (tab: 'yours' | 'nurtured' | 'everyone', before?: string) => {
    const rows = await listAlerts({ tab, userId: maya.id, before, limit: 2 });
    return rows.map(({ detail }) => detail);
  };

  beforeEach(async () => {
    await clearDatabase();
    const readers = [await addWorker('Maya Krause'), await addWorker('Tim Brandt')].map((worker) =>
      grant(worker, 'leads:read'),
    );
    const [first, second] = readers;
    if (!first || !second) throw new Error('Everyone may read leads.');
    [maya, tim] = [first, second];
    [lead = ''] = await addLeads([{ title: 'Head' }]);
  });
  afterAll(closeDb);

  it('are a person’s own, those of nurtured leads, or everyone’s; newest first', async () => {
    await tell(maya.id, 'late', 1);
    await tell(tim.id, 'late', 2);
    await tell(null, 'intent', 3);
    await tell(maya.id, 'intent', 4);
    expect(await read('yours')).toEqual(['At 4', 'At 1']);
    expect(await read('nurtured')).toEqual(['At 4', 'At 3']);
    expect(await read('everyone')).toEqual(['At 4', 'At 3']);
  });

  it('go on from page to page, each once, also those of one instant', async () => {
    const alerts = ['a', 'b', 'c', 'd', 'e'].map((detail) => ({
      leadId: lead,
      userId: maya.id,
      kind: 'late' as const,
      detail,
    }));
    await writeAlerts(getDb(), alerts, MONDAY);
    const seen: string[] = [];
    for (let before: string | undefined, page = 0; page < 3; page += 1) {
      const rows = await listAlerts({ tab: 'yours', userId: maya.id, before, limit: 2 });
      seen.push(...rows.map(({ detail }) => detail));
      before = rows.at(-1)?.id;
    }
    expect(seen.sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('are new until the person has seen them, and only those shown are marked', async () => {
    await tell(maya.id, 'late', 1);
    await tell(maya.id, 'late', 2);
    await tell(tim.id, 'late', 1);
    await markAlertsSeen(maya, later(1), later(5));
    expect([await countUnseen(maya.id), await countUnseen(tim.id)]).toEqual([1, 1]);
  });

  it('are forgotten when they are old, and not before', async () => {
    await tell(maya.id, 'late', 0);
    await tell(null, 'intent', 1);
    expect(await pruneAlerts(later(ALERT_DAYS * 1440))).toBe(0);
    expect(await pruneAlerts(later(ALERT_DAYS * 1440 + 1))).toBe(1);
    expect(await read('everyone')).toEqual(['At 1']);
  });
});
