import { findTemplate } from '@/lib/rubrics/templates/catalogue';
import { MOST_COUNTED } from './constants';
import type { Match, Progress, Step } from './types';

/** More of all leads than this in the best tier is no ranking. */
const MOST_IN_BEST_TIER = 0.4;

/** Names that are listed before "and 4 more". */
const NAMED = 4;

const count = (number: number, noun: string) =>
  `${number.toLocaleString('en-GB')}${number >= MOST_COUNTED ? '+' : ''} ${noun}${number === 1 ? '' : 's'}`;

function list(names: readonly string[]): string {
  const rest = names.length - NAMED;
  const shown = names.slice(0, rest > 0 ? NAMED : undefined).join(', ');
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function planAccount(): Step {
  return {
    key: 'account',
    title: 'Set Leadgrid up',
    state: 'done',
    words: 'It runs, and your team has its first account.',
    actions: [],
  };
}

function planData({ hasLeads, importing, hasEvents }: Progress, match: Match | null): Step {
  const actions = [
    { label: 'Import a file', href: '/imports' },
    { label: 'Connect a website', href: '/settings/sources' },
  ];
  const step = { key: 'data', title: 'Bring in your leads', actions } as const;
  if (!hasLeads) {
    const words = importing
      ? 'An import is under way.'
      : 'A file from your CRM (CSV or Excel: leads, companies, events, deals), or your website’s visitors.';
    return { ...step, state: 'open', words };
  }
  const leads = match ? count(match.leads, 'lead') : 'Leads';
  return {
    ...step,
    state: 'done',
    words: hasEvents
      ? `${leads}, and what they did, are here.`
      : `${leads} are here, without events: intent stays 0 until some come.`,
  };
}

function planTemplate({ kept, published, hasDraft }: Progress): Step {
  const chosen = kept.template === undefined ? undefined : findTemplate(kept.template);
  const done = chosen !== undefined || published || hasDraft;
  return {
    key: 'template',
    title: 'Choose a rubric to start from',
    state: done ? 'done' : 'open',
    words: chosen
      ? `You chose “${chosen.name}”.`
      : done
        ? 'Your rubric has been edited already.'
        : 'Five templates, each usable as it is. Until you choose, “B2B SaaS” scores your leads.',
    actions: [{ label: done ? 'Choose another' : 'Choose a template', href: '/rubric/templates' }],
  };
}

function planMatch({ hasLeads }: Progress, match: Match): Step {
  const { unknownEvents, emptyFields } = match;
  const faults = [
    unknownEvents.length > 0 ? `Events that count for nothing yet: ${list(unknownEvents)}.` : '',
    emptyFields.length > 0 ? `The rubric asks for what no new lead has: ${list(emptyFields)}.` : '',
  ].filter(Boolean);
  const done = hasLeads && faults.length === 0;
  return {
    key: 'match',
    title: 'See that names and fields match',
    state: done ? 'done' : 'optional',
    words: done
      ? 'Every event that came is known, and every field the rubric asks for is filled.'
      : faults.join(' ') || 'Once data are here, this says which event names and fields nobody knows.',
    actions: [
      ...(unknownEvents.length > 0 ? [{ label: 'Name events', href: '/settings/events' }] : []),
      ...(emptyFields.length > 0 ? [{ label: 'Look at the rubric', href: '/rubric' }] : []),
    ],
  };
}

function planTiers({ tiers }: Match): Step {
  const all = tiers.reduce((sum, { leads }) => sum + leads, 0);
  const best = tiers[0];
  const share = best && all > 0 ? best.leads / all : 0;
  const figures = tiers.map(({ name, leads }) => `${name} ${count(leads, 'lead')}`).join(', ');
  const step = { key: 'tiers', title: 'Look at the tiers' } as const;
  const actions = [{ label: 'Open the grid', href: '/grid' }];
  if (!best || all === 0)
    return { ...step, state: 'optional', words: 'They fill as soon as leads are scored.', actions: [] };
  if (best.leads === 0) {
    const words = `${figures}. Nobody reaches ${best.name}: is the rubric too strict, or do fields and events fail to match?`;
    return { ...step, state: 'optional', words, actions };
  }
  if (share > MOST_IN_BEST_TIER) {
    const words = `${figures}. So many in ${best.name} are no ranking: raise its least score.`;
    return { ...step, state: 'optional', words, actions };
  }
  return { ...step, state: 'done', words: `${figures}.`, actions };
}

function planPublish({ published, kept, hasDraft }: Progress): Step {
  const done = published || kept.asItIs === true;
  return {
    key: 'publish',
    title: 'Publish your rubric',
    state: done ? 'done' : 'open',
    words: done
      ? published
        ? 'Your own version is live.'
        : 'The template is live as it is; change it whenever you like.'
      : hasDraft
        ? 'Your draft waits: see what it does to every lead, then publish it.'
        : 'Choose a template first, or edit the one that is live.',
    actions: [{ label: !done && hasDraft ? 'Review and publish' : 'Open the rubric', href: '/rubric' }],
  };
}

function planReps({ reps, invited }: Progress): Step {
  return {
    key: 'reps',
    title: 'Invite your reps',
    state: reps > 0 ? 'done' : 'open',
    words:
      reps > 0
        ? `${count(reps, 'rep')} can work the queue.`
        : invited
          ? 'Invited; nobody has joined yet.'
          : 'They sign in to a queue of the best leads first. Administrators make the invitations.',
    actions: [{ label: reps > 0 ? 'People' : 'Invite people', href: '/settings/people' }],
  };
}

/**
 * The way from an empty installation to a rubric of one's own, each step with its state.
 *
 * @param match without it the steps that depend on it are left out: they are optional.
 */
export function planSteps(progress: Progress, match: Match | null): Step[] {
  return [
    planAccount(),
    planData(progress, match),
    planTemplate(progress),
    ...(match ? [planMatch(progress, match), planTiers(match)] : []),
    planPublish(progress),
    planReps(progress),
  ];
}
