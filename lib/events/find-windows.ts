import { CLICK_AFTER_SENDING_MS, CLICKED, OPENED, SENDING_TYPES, SWEEP } from './constants';
import type { EventWindow, JudgedEvent } from './types';

/** The types whose neighbours bear on the judgement. */
export const MAIL_TYPES: readonly string[] = [...SENDING_TYPES, OPENED, CLICKED];

/** No rule that compares events reaches further than this, but for opens, which are looked back for. */
const REACH_MS = Math.max(CLICK_AFTER_SENDING_MS, SWEEP.withinMs);

type Placed = Pick<JudgedEvent, 'leadId' | 'companyId' | 'type' | 'at'>;

/**
 * Where stored events lie that bear on new ones: for each person and company of an e-mail event the stretch around it,
 * overlapping ones joined. Empty when no new event is about e-mail.
 */
export function findWindows(events: readonly Placed[]): EventWindow[] {
  const byOwner = new Map<string, EventWindow[]>();
  for (const { leadId, companyId, type, at } of events) {
    if (!MAIL_TYPES.includes(type)) continue;
    const until = at + REACH_MS;
    const own = at - REACH_MS - (type === CLICKED ? SWEEP.openedWithinMs : 0);
    if (leadId) pushTo(byOwner, leadId, { leadId, companyId: null, from: own, until });
    // Colleagues matter to clicks alone.
    if (companyId && type === CLICKED)
      pushTo(byOwner, companyId, { leadId: null, companyId, from: own, until });
  }
  return [...byOwner.values()].flatMap(joinWindows);
}

function pushTo(lists: Map<string, EventWindow[]>, key: string, window: EventWindow): void {
  const list = lists.get(key);
  if (list) list.push(window);
  else lists.set(key, [window]);
}

function joinWindows(windows: readonly EventWindow[]): EventWindow[] {
  const joined: EventWindow[] = [];
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && window.from <= last.until) last.until = Math.max(last.until, window.until);
    else joined.push({ ...window });
  }
  return joined;
}
