import type { Tone } from '@/components/ui/badge';
import type { Drift } from '@/lib/calibration/population-stability';

/** What a stability index says, in a word, with its colour. */
export const DRIFT_WORDS: Record<Drift, { word: string; tone: Tone }> = {
  stable: { word: 'stable', tone: 'good' },
  watch: { word: 'watch', tone: 'warn' },
  shifted: { word: 'shifted', tone: 'bad' },
  too_few: { word: 'too few to say', tone: 'neutral' },
};
