import type { ResponseSettings, ResponseTarget, WorkingHours } from './types';

/** The key of the setting. */
export const RESPONSE_SETTING = 'response';

/** What holds for a routed tier of which nothing was said: an answer within five minutes, an alarm after an hour. */
export const DEFAULT_TARGET: ResponseTarget = { minutes: 5, alarmMinutes: 60 };

const NINE_TO_FIVE = { from: 9 * 60, to: 17 * 60 };

/** Monday to Friday, nine to five, until someone says otherwise. */
export const DEFAULT_HOURS: WorkingHours = {
  timeZone: 'UTC',
  week: [NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, NINE_TO_FIVE, null, null],
};

export const DEFAULT_RESPONSE: ResponseSettings = {
  targets: [],
  warnShare: 0.5,
  hours: DEFAULT_HOURS,
  escalateTo: [],
  reassign: false,
};

/** What days are called, from Monday. */
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;
