/** The setting that keeps which template was chosen, and whether the reminder was put away. */
export const FIRST_STEPS_SETTING = 'firstSteps';

/** Leads whose fields are looked through for those that a rubric asks for, the newest. */
export const SAMPLED_LEADS = 300;

/** Leads are counted so far and no further. */
export const MOST_COUNTED = 10_000;
