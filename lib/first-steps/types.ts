import type { FirstStepsSetting } from './schema';

/** How far a new installation has come, as its data tell. */
export interface Progress {
  kept: FirstStepsSetting;
  hasLeads: boolean;
  hasEvents: boolean;
  /** Whether an import is waiting or under way. */
  importing: boolean;
  /** Active accounts of reps, and whether an invitation of one is open. */
  reps: number;
  invited: boolean;
  /** Whether a person published the live version. */
  published: boolean;
  hasDraft: boolean;
}

/** Whether the data and the rubric speak of the same things; read for the guide alone. */
export interface Match {
  /** Leads, counted up to `MOST_COUNTED`. */
  leads: number;
  /** Names of events that came and that neither the rubric nor Leadgrid knows. */
  unknownEvents: string[];
  /** Labels of fields that the rubric asks for and no lead of the sample has. */
  emptyFields: string[];
  /** Leads in each tier, the best first, counted up to `MOST_COUNTED` each. */
  tiers: { name: string; leads: number }[];
}

export type StepKey = 'account' | 'data' | 'template' | 'match' | 'tiers' | 'publish' | 'reps';

export interface Step {
  key: StepKey;
  title: string;
  /** Optional steps are worth a look, and nothing waits for them. */
  state: 'done' | 'open' | 'optional';
  /** What stands, or what to do. */
  words: string;
  actions: { label: string; href: string }[];
}
