import { isbot } from 'isbot';
import {
  BURST,
  CLICK_AFTER_SENDING_MS,
  CLICKED,
  OPEN_AFTER_SENDING_MS,
  OPENED,
  SENDING_TYPES,
  STANDARD_EVENT_TYPES,
  SWEEP,
  type FilterReason,
} from './constants';
import { MAIL_TYPES } from './find-windows';
import { isSameMessage, readAgent, readLink, readMessage, readSentAt } from './message-traces';
import type { JudgedEvent } from './types';

/** What mail systems report on a person's behalf, by programs of their own: the program says nothing here. */
const REPORTED_BY_PROGRAMS = ['email_bounced', 'unsubscribed', 'email_replied'];

/** Types of which the program that did them tells nothing: also what is no person's doing in the first place. */
const AGENTLESS: ReadonlySet<string> = new Set([
  ...REPORTED_BY_PROGRAMS,
  ...SENDING_TYPES,
  ...STANDARD_EVENT_TYPES.filter(({ subject }) => subject !== 'person').map(({ key }) => key),
]);

/** Programs that load a message's pictures when a person opens it, though they name themselves like bots. */
const MAIL_READERS = /GoogleImageProxy|YahooMailProxy|Thunderbird|Outlook/i;

/** What a mail program that loads every message on arrival, to hide who opens it, calls itself: this and no more. */
const PRELOADER = /^Mozilla\/5\.0$/;

/** Only of these do the rules compare one event with others. */
const MAIL: ReadonlySet<string> = new Set(MAIL_TYPES);

const MINUTE_MS = 60_000;

/**
 * Judges which events no person did: known programs, opens and clicks within seconds of sending, bursts of clicks. Pure;
 * the order of the events does not matter. Rules that go by seconds pass over instants on a whole minute, for many
 * exports know no finer: what is in doubt is counted.
 *
 * @param fresh events that are about to be stored.
 * @param recent events that are stored already and lie near them (see `findWindows`).
 * @returns the reason by event id, of events that counted until now, recent ones included: the third click of a burst
 * tells of the first. An event that a person had counted is never in it.
 */
export function quarantineEvents(
  fresh: readonly JudgedEvent[],
  recent: readonly JudgedEvent[],
): Map<string, FilterReason> {
  const stored = new Set(recent.map(({ messageId }) => messageId));
  const events = [...recent, ...fresh.filter(({ messageId }) => !stored.has(messageId))];
  const reasons = new Map<string, FilterReason>();
  const judge = (event: JudgedEvent, reason: FilterReason | null) => {
    if (reason && !event.restored && event.filteredAs === null && !reasons.has(event.id)) {
      reasons.set(event.id, reason);
    }
  };
  for (const event of events) judge(event, judgeAgent(event));
  const exact = events.filter(({ type, at }) => MAIL.has(type) && at % MINUTE_MS !== 0);
  for (const ofLead of groupBy(exact, ({ leadId }) => leadId).values()) {
    const sendings = ofLead.filter(({ type }) => SENDING_TYPES.includes(type));
    for (const event of ofLead) judge(event, judgeDelay(event, sendings));
    for (const event of findBursts(ofLead.filter(isSign))) judge(event, 'burst');
  }
  const counted = exact.filter(({ id, filteredAs }) => filteredAs === null && !reasons.has(id));
  for (const event of findSweeps(exact, counted)) judge(event, 'sweep');
  return reasons;
}

function judgeAgent({ type, properties }: JudgedEvent): FilterReason | null {
  if (AGENTLESS.has(type)) return null;
  const agent = readAgent(properties);
  if (agent === null) return null;
  if (type === OPENED && PRELOADER.test(agent)) return 'preload';
  if (type === OPENED && MAIL_READERS.test(agent)) return null;
  return isBotAgent(agent) ? 'bot' : null;
}

/** Judged programs, by what they call themselves: a few programs do nearly everything, and telling is slow. */
const judgedAgents = new Map<string, boolean>();
const MOST_AGENTS = 5_000;

function isBotAgent(agent: string): boolean {
  const known = judgedAgents.get(agent);
  if (known !== undefined) return known;
  if (judgedAgents.size >= MOST_AGENTS) judgedAgents.clear();
  const judged = isbot(agent);
  judgedAgents.set(agent, judged);
  return judged;
}

function judgeDelay(event: JudgedEvent, sendings: readonly JudgedEvent[]): FilterReason | null {
  const { type, at, properties } = event;
  if (type !== OPENED && type !== CLICKED) return null;
  const longest = type === OPENED ? OPEN_AFTER_SENDING_MS : CLICK_AFTER_SENDING_MS;
  const isPrompt = (sentAt: number) => sentAt % MINUTE_MS !== 0 && at >= sentAt && at - sentAt <= longest;
  const told = readSentAt(properties);
  const prompt =
    told === null
      ? sendings.some((sent) => isPrompt(sent.at) && isSameMessage(sent.properties, properties))
      : isPrompt(told);
  if (!prompt) return null;
  return type === OPENED ? 'prefetch' : 'scanner';
}

/** Whether a click can be a sign against others: a person's own word on it stands above the rules. */
function isSign({ type, restored }: JudgedEvent): boolean {
  return type === CLICKED && !restored;
}

/** Clicks of one person that belong to a burst: enough different links of one message in a moment. */
function findBursts(clicks: readonly JudgedEvent[]): JudgedEvent[] {
  const messages = groupBy(clicks, ({ properties }) => readMessage(properties));
  return [...messages.values()].flatMap((ofMessage) =>
    findCrowds(ofMessage, BURST.withinMs, BURST.links, ({ properties }) => readLink(properties) || null),
  );
}

/** Clicks that a company's gateway made for several recipients of one message, who had not opened it. */
function findSweeps(events: readonly JudgedEvent[], counted: readonly JudgedEvent[]): JudgedEvent[] {
  const opens = groupBy(
    counted.filter(({ type }) => type === OPENED),
    ({ leadId }) => leadId,
  );
  const isUnopened = ({ leadId, at, properties }: JudgedEvent) =>
    !(opens.get(leadId ?? '') ?? []).some(
      (open) =>
        open.at <= at && at - open.at <= SWEEP.openedWithinMs && isSameMessage(open.properties, properties),
    );
  const clicks = events.filter((event) => isSign(event) && isUnopened(event));
  return [...groupBy(clicks, ({ companyId }) => companyId).values()].flatMap((ofCompany) =>
    [...groupBy(ofCompany, ({ properties }) => readMessage(properties)).values()].flatMap((ofMessage) =>
      findCrowds(ofMessage, SWEEP.withinMs, SWEEP.people, ({ leadId }) => leadId),
    ),
  );
}

/** The events that stand in a stretch of time with at least `least` different names; unnamed ones make no crowd. */
function findCrowds(
  events: readonly JudgedEvent[],
  withinMs: number,
  least: number,
  nameOf: (event: JudgedEvent) => string | null,
): JudgedEvent[] {
  const inOrder = [...events].sort((a, b) => a.at - b.at);
  const crowded = new Set<JudgedEvent>();
  let start = 0;
  for (const [end, last] of inOrder.entries()) {
    while (last.at - (inOrder[start]?.at ?? last.at) > withinMs) start += 1;
    const stretch = inOrder.slice(start, end + 1);
    const names = new Set(stretch.map(nameOf).filter((name) => name !== null));
    if (names.size >= least) for (const event of stretch) crowded.add(event);
  }
  return [...crowded];
}

/** By key; what has none is left out. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
