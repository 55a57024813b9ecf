import { QUADRANT_WORDS } from '@/components/scores/quadrant-label';
import type { Tone } from '@/components/ui/badge';
import { EVENT_TYPES, NEW_A, type EventType } from '@/lib/outbox/constants';
import { EVENT_LABELS, TEST_TYPE } from '@/lib/webhooks/constants';
import type { TierAction } from '@/lib/scoring/types';
import type { EndpointView } from '@/lib/webhooks/loaders';

function isEventType(type: string): type is EventType {
  return EVENT_TYPES.some((known) => known === type);
}

/** An event type in words. */
export function nameEvent(type: string): string {
  if (isEventType(type)) return EVENT_LABELS[type];
  if (type === NEW_A) return 'New lead to route';
  return type === TEST_TYPE ? 'Test' : type;
}

/** How an endpoint stands, as a word and its tint. */
export function describeState({ active, failingSince }: EndpointView): { word: string; tone: Tone } {
  if (!active) return { word: 'Off', tone: 'neutral' };
  return failingSince ? { word: 'Failing', tone: 'bad' } : { word: 'On', tone: 'good' };
}

/** Whether it was switched off by itself, which someone ought to look at. */
export function wasGivenUp({ active, disabledReason }: EndpointView): boolean {
  return !active && disabledReason !== null && !disabledReason.startsWith('Switched off by ');
}

/** Which leads an endpoint is told of, in words. */
export function describeFilters({ filters, segmentWords, includeBulk, kind }: EndpointView): string {
  const parts = [
    filters.tiers.length > 0 ? `tier ${filters.tiers.join(', ')}` : '',
    filters.quadrants.map((quadrant) => QUADRANT_WORDS[quadrant].name).join(', '),
    segmentWords ?? '',
  ].filter((part) => part !== '');
  const all = kind === 'webhook' ? 'Every lead' : 'Every lead to route';
  const bulk = includeBulk ? '; also from imports and new rubrics' : '';
  return `${parts.length > 0 ? parts.join('; ') : all}${bulk}`;
}

/** How a delivery stands. */
export const DELIVERY_WORDS = {
  pending: { word: 'Waiting', tone: 'warn' },
  sent: { word: 'Delivered', tone: 'good' },
  failed: { word: 'Given up', tone: 'bad' },
} as const satisfies Record<string, { word: string; tone: Tone }>;

/** What happens to the leads of a tier. */
export const TIER_WORDS: Record<TierAction, string> = { route: 'routed', nurture: 'nurtured', hold: 'held' };
