import type { CalmSettings } from './types';

/** The key of the setting. */
export const CALM_SETTING = 'calm';

export const DEFAULT_CALM: CalmSettings = { fallPoints: 5, days: 7 };
