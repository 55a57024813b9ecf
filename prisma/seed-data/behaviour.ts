import { OPEN_AFTER_SENDING_MS } from '@/lib/events/constants';
import type { Company } from './companies';
import { FEATURES, FUNDING_ROUNDS, GUIDES, NEWSLETTERS, PRICING_PATHS, WEBINARS } from './content';
import { drawEvaluationPaths } from './event-log';
import type { EventLog } from './event-log';
import type { Person } from './people';
import { HISTORY_DAYS, customOf } from './people';
import { DAY, HOUR, MINUTE } from './random';
import { CRM_TOOLS, TECHNOLOGIES } from './industries';

const NEWSLETTER_EVERY_DAYS = 14;

/** After so many milliseconds a newsletter leaves: its sending is known to the second. */
const MAILING_MS = 17_300;

const CRAWLER = 'Mozilla/5.0 (compatible; ExampleBot/1.0; +https://bot.example)';

/** How a lead became known, and what they read and open over the years without meaning to buy. */
export function liveQuietly(log: EventLog, person: Person): void {
  arrive(log, person);
  readNewsletters(log, person);
  const { random } = log;
  const created = person.row.createdAt.getTime();
  for (let visits = random.poisson(1.9 * person.curiosity); visits > 0; visits -= 1) {
    const later = random.chance(0.6)
      ? random.exponential(35) * DAY
      : random.next() * Math.max(0, log.now - created);
    log.session(person, log.momentNear(person, created + later));
  }
  if (random.chance(0.07 * person.curiosity))
    attendWebinar(log, person, created + random.exponential(90) * DAY);
  if (random.chance(0.09 * person.curiosity))
    downloadGuide(log, person, created + random.exponential(80) * DAY);
  if (person.job.seniority === 'student') seekJob(log, person);
  turnAway(log, person);
}

function arrive(log: EventLog, person: Person): void {
  const { random } = log;
  const created = person.row.createdAt.getTime();
  const source = person.row.attributes.leadSource;
  if (source === 'Bought list' || source === 'Trade fair') return;
  const anonymousId = `a-${person.row.externalId.slice(2)}`;
  log.session(person, created - random.int(3, 25) * MINUTE, undefined, { anonymousId });
  if (source === 'Content download') downloadGuide(log, person, created);
  else if (source === 'Webinar') attendWebinar(log, person, created + random.int(1, 12) * DAY);
  else if (random.chance(0.4))
    log.person(person, 'form_submitted', created, 'website', { form: 'Newsletter' });
}

function readNewsletters(log: EventLog, person: Person): void {
  const { random, now } = log;
  if (customOf(person).newsletter !== true) return;
  const first = now - HISTORY_DAYS * DAY;
  for (let issue = 0; issue * NEWSLETTER_EVERY_DAYS < HISTORY_DAYS; issue += 1) {
    const sent = first + issue * NEWSLETTER_EVERY_DAYS * DAY;
    const age = (sent - person.row.createdAt.getTime()) / DAY;
    if (age < 0) continue;
    openNewsletter(log, person, sent, NEWSLETTERS[issue % NEWSLETTERS.length] ?? '', Math.exp(-age / 240));
  }
  if (random.chance(0.07)) {
    const left = person.row.createdAt.getTime() + random.exponential(120) * DAY;
    log.person(person, 'unsubscribed', log.momentNear(person, left), 'e-mail', { list: 'Newsletter' });
  }
}

function openNewsletter(
  log: EventLog,
  person: Person,
  sent: number,
  subject: string,
  interest: number,
): void {
  const { random } = log;
  if (random.chance(0.03)) {
    const left = sent + MAILING_MS;
    const fetched = left + random.int(500, OPEN_AFTER_SENDING_MS);
    const sentAt = new Date(left).toISOString();
    log.person(person, 'email_opened', fetched, 'e-mail', { subject, sentAt }, { filteredAs: 'prefetch' });
  }
  if (!random.chance(0.36 * interest * person.curiosity)) return;
  const opened = log.momentNear(person, sent + random.exponential(0.6) * DAY);
  log.person(person, 'email_opened', opened, 'e-mail', { subject });
  if (!random.chance(0.18)) return;
  const clicked = opened + random.int(20, 240) * 1000;
  log.person(person, 'email_clicked', clicked, 'e-mail', { subject });
  log.session(person, clicked + 2_000);
}

function attendWebinar(log: EventLog, person: Person, at: number): void {
  const { random } = log;
  const title = random.pick(WEBINARS);
  const held = log.momentNear(person, at);
  const registered = Math.max(person.row.createdAt.getTime(), held - random.between(1, 9) * DAY);
  log.person(person, 'webinar_registered', Math.min(registered, held - HOUR), 'webinar', { title });
  if (random.chance(0.62))
    log.person(person, 'webinar_attended', held, 'webinar', { title, minutes: random.int(18, 58) });
}

function downloadGuide(log: EventLog, person: Person, at: number): void {
  const title = log.random.pick(GUIDES);
  log.person(person, 'content_downloaded', log.momentNear(person, at), 'website', { title });
}

function seekJob(log: EventLog, person: Person): void {
  const { random } = log;
  const at = person.row.createdAt.getTime() + random.exponential(50) * DAY;
  if (random.chance(0.5))
    log.session(person, log.momentNear(person, at), ['/careers', '/careers/account-executive']);
  if (random.chance(0.5)) log.session(person, log.momentNear(person, at - 2 * DAY), ['/pricing', '/product']);
}

/** Bounced addresses, and the traces of programs that look like a visitor. */
function turnAway(log: EventLog, person: Person): void {
  const { random } = log;
  const at = person.row.createdAt.getTime() + random.exponential(60) * DAY;
  const bought = person.row.attributes.leadSource === 'Bought list';
  if (random.chance(bought ? 0.18 : 0.02))
    log.person(person, 'email_bounced', at, 'e-mail', { kind: 'hard' });
  if (random.chance(0.015)) {
    log.session(person, at + DAY, ['/', '/pricing', '/product', '/blog'], {
      filteredAs: 'bot',
      userAgent: CRAWLER,
    });
  }
}

/**
 * The days before `at`, in which a person looks with the given earnestness: from 0 (a page or two) to 1 (compares,
 * returns to the prices, asks for a demo). What deals really depend on, together with who they are.
 */
export function heatUp(log: EventLog, person: Person, at: number, heat: number): void {
  const { random } = log;
  const created = person.row.createdAt.getTime();
  const span = Math.min(9 * DAY, Math.max(2 * HOUR, at - created));
  const before = (share: number) => {
    const raw = at - share * span;
    const moment = log.momentNear(person, raw);
    return moment < at ? moment : Math.max(raw, created);
  };
  for (let visit = Math.round(heat * 3.4 + random.between(0, 1.2)); visit > 0; visit -= 1) {
    const paths = drawEvaluationPaths(random, random.int(1, 3));
    if (random.chance(heat * 1.15 - 0.1)) paths.splice(1, 0, random.pick(PRICING_PATHS));
    log.session(person, before(random.between(0.02, 0.75)), paths);
  }
  if (random.chance(0.15 + 0.5 * heat)) clickOffer(log, person, before(random.between(0.1, 0.8)));
  if (random.chance(0.1 + 0.35 * heat)) downloadGuide(log, person, before(random.between(0.1, 0.9)));
  if (random.chance(0.06 + 0.3 * heat)) attendWebinar(log, person, before(random.between(0.1, 1)) - 3 * DAY);
  if (random.chance(heat * 0.14))
    log.person(person, 'email_replied', before(random.between(0.1, 0.6)), 'e-mail', {});
  if (random.chance(heat * 0.45)) ask(log, person, before(random.between(0.02, 0.4)));
  if (heat > 0.5) decide(log, person, at, heat);
}

function clickOffer(log: EventLog, person: Person, at: number): void {
  const subject = log.random.pick(NEWSLETTERS);
  log.person(person, 'email_opened', at - 90_000, 'e-mail', { subject });
  log.person(person, 'email_clicked', at, 'e-mail', { subject });
}

function ask(log: EventLog, person: Person, at: number): void {
  if (log.random.chance(0.5)) log.person(person, 'chat_started', at, 'website', { page: '/pricing' });
  else log.person(person, 'form_submitted', at, 'website', { form: 'Contact sales' });
}

/** The end of a burst: the demo is requested or the trial begun, after one more look at the prices. */
function decide(log: EventLog, person: Person, at: number, heat: number): void {
  const { random } = log;
  const likely = (heat - 0.5) * 2;
  if (random.chance(0.35 + 0.6 * likely)) log.session(person, at - 9 * MINUTE, ['/pricing', '/customers']);
  if (random.chance(0.15 + 0.75 * likely)) {
    log.person(person, 'demo_requested', at, 'website', { form: 'Demo', page: '/demo' });
  }
  if (random.chance(0.22 * likely)) {
    log.person(person, 'meeting_booked', at - 2 * MINUTE, 'website', { minutes: 30 });
  }
  if (random.chance(0.1 + 0.4 * likely)) tryProduct(log, person, at - random.between(0.1, 1.5) * DAY, at);
}

function tryProduct(log: EventLog, person: Person, from: number, until: number): void {
  const { random } = log;
  const start = Math.max(from, person.row.createdAt.getTime() + 10 * MINUTE);
  log.person(person, 'trial_started', start, 'product', { plan: 'Team' });
  for (let uses = random.int(1, 4); uses > 0; uses -= 1) {
    const at = random.between(start + 5 * MINUTE, Math.max(start + 30 * MINUTE, until));
    log.person(person, 'product_used', at, 'product', { feature: random.pick(FEATURES) });
  }
}

/** What a person does between first contact and the end of a deal: more when it goes well. */
export function followThrough(
  log: EventLog,
  person: Person,
  from: number,
  until: number,
  warmth: number,
): void {
  const { random } = log;
  const moment = (low: number, high: number) => {
    const raw = from + Math.max(2 * HOUR, random.between(low, high) * (until - from));
    const inOffice = log.momentNear(person, raw);
    return inOffice > from && inOffice < until ? inOffice : raw;
  };
  if (random.chance(0.35 + 0.5 * warmth)) log.person(person, 'email_replied', moment(0, 0.3), 'e-mail', {});
  for (let meetings = random.poisson(0.3 + 1.3 * warmth); meetings > 0; meetings -= 1) {
    log.person(person, 'meeting_booked', moment(0.02, 0.8), 'website', {
      minutes: random.pick([30, 45, 60]),
    });
  }
  for (let visits = random.poisson(0.6 + 2.4 * warmth); visits > 0; visits -= 1) {
    const paths = drawEvaluationPaths(random, random.int(1, 3));
    if (random.chance(0.3)) paths.push(random.pick(PRICING_PATHS));
    log.session(person, moment(0.03, 0.97), paths);
  }
  if (random.chance(0.45 * warmth)) {
    const start = moment(0.1, 0.4);
    tryProduct(log, person, start, Math.min(until, start + 14 * DAY));
  }
}

/** Colleagues look too: the committee of a purchase. */
export function involveColleagues(
  log: EventLog,
  colleagues: readonly Person[],
  at: number,
  heat: number,
): void {
  const { random } = log;
  for (const colleague of colleagues) {
    if (!random.chance(0.75 * heat)) continue;
    const start = at - random.between(0.5, 16) * DAY;
    if (start > colleague.row.createdAt.getTime()) log.session(colleague, log.momentNear(colleague, start));
  }
}

/** News of a company between `from` and `until`, once in a while. */
export function signalCompany(
  log: EventLog,
  company: Company,
  from: number,
  until: number,
  mean: number,
): void {
  const { random } = log;
  for (let signals = random.poisson(mean); signals > 0; signals -= 1) {
    const at = random.between(from, until);
    const draw = random.next();
    if (draw < 0.5) {
      log.company(company, 'hiring', at, {
        roles: random.int(1, 14),
        department: random.pick(['Sales', 'Operations', 'IT']),
      });
    } else if (draw < 0.68) {
      log.company(company, 'expansion', at, { city: random.pick(company.country.cities) });
    } else if (draw < 0.84) {
      const tools = random.chance(0.5) ? CRM_TOOLS : TECHNOLOGIES.map(({ name }) => name);
      log.company(company, 'technology_adopted', at, { technology: random.pick(tools) });
    } else {
      const { round, medianMillions } = random.pick(FUNDING_ROUNDS);
      const amount = Math.round(random.logNormal(medianMillions, 0.4)) * 1_000_000;
      log.company(company, 'funding_raised', at, { round, amount, currency: 'EUR' });
    }
  }
}
