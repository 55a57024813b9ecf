import type {
  Condition,
  Decay,
  Disqualifier,
  EachCriterion,
  FitCriterion,
  Group,
  IntentCriterion,
  ThresholdCriterion,
  Tier,
} from '@/lib/scoring/types';

/** What all templates share: how their parts are written, and what is worth the same whatever one sells. */

export const halfLife = (days: number): Decay => ({ kind: 'half_life', days });
export const linear = (days: number): Decay => ({ kind: 'linear', days });
export const expire = (days: number): Decay => ({ kind: 'expire', days });

/** Entries of a list that is written with commas. */
const entries = (list: string) => list.split(',').map((entry) => entry.trim());

/** Holds when a text has one of the words or phrases. */
export const hasWord = (field: string, words: string): Condition => ({
  field,
  op: 'contains_word',
  value: entries(words),
});

/** Holds when a text is one of the values. */
export const isOneOf = (field: string, values: string): Condition => ({
  field,
  op: 'in',
  value: entries(values),
});

/** Holds in a country, whether it is the person's or the company's. */
export const inCountry = (countries: string): Condition => ({
  any: [isOneOf('company.country', countries), isOneOf('country', countries)],
});

/** Holds for a page under one of the paths. */
export const onPath = (paths: string): Condition => ({
  field: 'path',
  op: 'starts_with',
  value: entries(paths),
});

export const fit = (id: string, label: string, points: number, when: Condition): FitCriterion => ({
  id,
  label,
  when,
  points,
});

type EachParts = Pick<EachCriterion, 'on' | 'decay' | 'limit' | 'where' | 'scope'>;

export const each = (id: string, label: string, points: number, parts: EachParts): EachCriterion => ({
  id,
  label,
  kind: 'each',
  ...parts,
  points,
});

type ThresholdParts = Pick<ThresholdCriterion, 'on' | 'where' | 'scope' | 'count' | 'atLeast' | 'withinDays'>;

export const threshold = (
  id: string,
  label: string,
  points: number,
  parts: ThresholdParts,
): ThresholdCriterion => ({ id, label, kind: 'threshold', ...parts, points });

/** What a person does of their own accord. Opens are left out: mail programs open messages by themselves. */
export const ACTIVE_EVENTS = entries(
  `page_viewed, demo_requested, trial_started, product_used, form_submitted, content_downloaded, webinar_attended,
   chat_started, meeting_booked, email_clicked, email_replied`,
);

const SENIOR_TITLES =
  'chief, vp, vice president, head, director, cro, cmo, coo, ceo, cto, cfo, cio, founder, owner';

export const isSenior = hasWord('title', SENIOR_TITLES);
export const isStudent = hasWord('title', 'student, intern, trainee, apprentice');

export const decisionMaker = fit('decision-maker', 'Confirmed decision-maker', 10, {
  field: 'decisionMaker',
  op: 'is_true',
});

/** A personal address; how much speaks against it depends on who buys. */
export const personalEmail = (points: number): FitCriterion =>
  fit('personal-email', 'Personal e-mail address', points, {
    field: 'email.kind',
    op: 'eq',
    value: 'personal',
  });

export const roleMailbox = (points: number): FitCriterion =>
  fit('role-mailbox', 'Shared mailbox such as info@', points, { field: 'email.role', op: 'is_true' });

/** Clicks and opens of e-mails: little, and soon gone. */
export const EMAIL_ATTENTION: IntentCriterion[] = [
  each('email-clicked', 'Clicked in an e-mail', 4, { on: 'email_clicked', decay: halfLife(14), limit: 5 }),
  each('email-opened', 'Opened an e-mail', 1, { on: 'email_opened', decay: halfLife(7), limit: 5 }),
];

/**
 * Reasons for caution.
 *
 * @param silence after how many days without a sign points go, and how many.
 * @param active what counts as a sign.
 */
export function cautions(
  silence: { days: number; points: number },
  active: string[] = ACTIVE_EVENTS,
  more: IntentCriterion[] = [],
): Group<IntentCriterion> {
  return {
    id: 'cautions',
    label: 'Reasons for caution',
    min: -60,
    max: 0,
    criteria: [
      each('unsubscribed', 'Unsubscribed', -30, { on: 'unsubscribed', decay: halfLife(180), limit: 1 }),
      each('bounced', 'E-mail bounced', -20, { on: 'email_bounced', decay: expire(180), limit: 1 }),
      each('careers-page', 'Looked at our jobs', -12, {
        on: 'page_viewed',
        where: onPath('/careers, /jobs'),
        decay: halfLife(30),
        limit: 2,
      }),
      ...more,
      {
        id: `inactive-${silence.days}`,
        label: `Nothing heard for ${silence.days} days`,
        kind: 'inactivity',
        on: active,
        days: silence.days,
        points: silence.points,
      },
    ],
  };
}

export const DISPOSABLE_EMAIL: Disqualifier = {
  id: 'disposable-email',
  label: 'Throw-away e-mail address',
  when: { field: 'email.kind', op: 'eq', value: 'disposable' },
};

/** What the CRM says already; the words are those that HubSpot, Salesforce and Pipedrive bring along. */
export const RULED_OUT: Disqualifier = {
  id: 'ruled-out',
  label: 'Ruled out in the CRM',
  when: isOneOf('status', 'unqualified, disqualified, do not contact, junk, bad fit'),
};

/** A to a rep at once, from this score on; B to nurture, C out of the queue. */
export const tiersFrom = (salesScore: number): Tier[] => [
  { name: 'A', minScore: salesScore, minFit: 50, minIntent: 40, action: 'route' },
  { name: 'B', minScore: 40, minFit: 30, minIntent: 0, action: 'nurture' },
  { name: 'C', minScore: 0, minFit: 0, minIntent: 0, action: 'hold' },
];
