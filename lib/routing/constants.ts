import type { RoutingSettings } from './types';

/** The key of the setting. */
export const ROUTING_SETTING = 'routing';

/** The task that routes what waits to be routed, and the one that says what a response clock has to say. */
export const ROUTE_TASK = 'route-leads';
export const CLOCK_TASK = 'answer-clock';

/** Changes of scores that are looked at in one transaction. */
export const ROUTE_BATCH = 200;

/** How long to leave leads that others hold before coming back to them, in milliseconds. */
export const HELD_PAUSE_MS = 250;

/** Nobody can be given more open leads than this. */
export const MOST_CAPACITY = 1_000;

/** At most so many past leads are tried. */
export const MOST_TRIED = 2_000;

/** Leads that a trial names one by one. */
export const TRIED_SHOWN = 100;

/** How many days a trial looks back. */
export const TRIAL_DAYS = [7, 30, 90] as const;

/** Until someone says otherwise: no rule, so that every lead is free for whoever takes it first. */
export const DEFAULT_ROUTING: RoutingSettings = {
  teams: [],
  rules: [],
  fallback: { kind: 'free' },
  capacity: 30,
  bulk: false,
  samplePercent: 0,
  nurture: { active: true, points: 15, days: 7 },
};
