/** Fewer won or fewer lost than this say too little about what parts them. */
export const LEAST_OF_EACH = 40;

/** The most deals learned from: the newest. */
export const MOST_DEALS = 20_000;

/** Leads whose facts are read at once. */
export const LEADS_AT_ONCE = 500;

/** Of the deals, the newest by first engagement, that are held out to judge by. */
export const HOLDOUT_SHARE = 0.3;

/** Windows in which events are counted, in days, and how many must fall into one. */
export const EVENT_WINDOWS = [7, 14, 30, 90] as const;
export const EVENT_COUNTS = [1, 3] as const;

/** Proposals shown, the most telling first, and the least information value of one. */
export const MOST_PROPOSALS = 12;
export const LEAST_INFORMATION = 0.02;

/** The setting that says which run's rubric gives the predictive score. */
export const PREDICTION_SETTING = 'prediction';

/** The group, in a learned rubric, of what every lead starts with. */
export const START_GROUP = 'start';
