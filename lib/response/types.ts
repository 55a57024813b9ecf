/** When there is work: a time zone and, for Monday to Sunday, from which minute of the day to which; null on days off. */
export interface WorkingHours {
  timeZone: string;
  week: ({ from: number; to: number } | null)[];
}

/** How soon a lead of a tier is to be touched, in minutes of working time, and after how many it is an alarm. */
export interface ResponseTarget {
  minutes: number;
  alarmMinutes: number;
}

/** What an installation says of answering leads. */
export interface ResponseSettings {
  targets: ({ tier: string } & ResponseTarget)[];
  /** After what share of the time to answer a rep is warned, from 0 to 1. */
  warnShare: number;
  hours: WorkingHours;
  /** Who is told of leads that wait too long; every manager when empty. */
  escalateTo: string[];
  /** Whether a lead on which nobody answers is passed on to the next rep at the alarm. */
  reassign: boolean;
}

/** The instants of a response clock, in milliseconds since 1970. */
export interface ClockPlan {
  warnAt: number;
  respondBy: number;
  alarmAt: number;
}

/** By what clocks run. */
export interface Answering {
  response: ResponseSettings;
  /** The working hours of somebody, or the installation's. */
  hoursOf: (userId: string | null) => WorkingHours;
}
