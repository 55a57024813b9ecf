import type { AlertKind } from '@/lib/generated/prisma/enums';

/** Whose alerts are shown: one's own, those of nurtured leads, and for managers everyone's. */
export const ALERT_TABS = ['yours', 'nurtured', 'everyone'] as const;

/** Alerts on one page. */
export const ALERTS_PER_PAGE = 50;

/** How long alerts are kept, seen or not. */
export const ALERT_DAYS = 180;

/** What each kind of alert is called. */
export const ALERT_LABELS: Record<AlertKind, string> = {
  owned: 'Came back to you',
  intent: 'Intent rose',
  warning: 'Answer due soon',
  late: 'Answer is late',
  alarm: 'Still not answered',
};
