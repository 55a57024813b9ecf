/** The key of the setting that holds the reasons for giving leads up. */
export const REASONS_SETTING = 'reasons';

/** The two ways in which a lead is given up. */
export const REASON_KINDS = ['disqualified', 'lost'] as const;

/** The reasons of a new installation, the likeliest first; the place is the key that picks one. */
export const DEFAULT_REASONS = {
  disqualified: [
    'Not our market',
    'No need',
    'No budget',
    'Not a decision-maker',
    'Not reachable',
    'Competitor',
    'Student or job seeker',
    'Duplicate',
  ],
  lost: ['Chose a competitor', 'Price', 'No decision', 'Missing feature', 'Bad timing', 'Lost contact'],
};
