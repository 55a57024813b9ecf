import type { Company } from './companies';
import { CRM_TOOLS } from './industries';
import type { NamePoolKey } from './names';
import { NAME_POOLS } from './names';
import type { Country } from './places';
import { COUNTRIES } from './places';
import type { Random } from './random';
import { DAY, MINUTE, officeTime, slug } from './random';
import type { Job } from './titles';
import { drawJob, drawStudentJob } from './titles';
import type { DemoLead, JsonObject } from './types';

/** A person of the demo with what the generator knows of them beyond their row. */
export interface Person {
  row: DemoLead;
  company: Company | null;
  country: Country;
  job: Job;
  /** How well company and person suit the demo product, about 0 to 1: what deals really depend on. */
  quality: number;
  /** How much they read and click in general, about 0 to 2. */
  curiosity: number;
}

/** Period of the demo's history, in days. */
export const HISTORY_DAYS = 548;

const LEAD_SOURCES = [
  { name: 'Organic search', weight: 24 },
  { name: 'Paid search', weight: 14 },
  { name: 'Content download', weight: 16 },
  { name: 'Webinar', weight: 11 },
  { name: 'Trade fair', weight: 8 },
  { name: 'Referral', weight: 8 },
  { name: 'Direct traffic', weight: 9 },
  { name: 'Bought list', weight: 6 },
  { name: 'Partner', weight: 4 },
];

const ALL_POOLS = Object.keys(NAME_POOLS) as NamePoolKey[];
const ROLE_MAILBOXES = ['info', 'sales', 'office', 'contact', 'marketing'];
const DISPOSABLE_DOMAINS = ['mailinator.com', 'guerrillamail.com', 'yopmail.com'];

/** `count` people: most at companies (larger and better suited ones have more), some on their own. */
export function drawPeople(
  random: Random,
  companies: readonly Company[],
  count: number,
  now: number,
): Person[] {
  const taken = new Set<string>();
  const desks = companies.flatMap((company) => {
    const expected = 0.7 + Math.log10(company.employees + 1) * 0.75 + company.quality * 1.4;
    return Array.from({ length: Math.max(1, random.poisson(expected)) }, () => company);
  });
  const employed = random.sample(desks, Math.round(count * 0.955));
  const places: (Company | null)[] = [
    ...employed,
    ...Array.from({ length: count - employed.length }, () => null),
  ];
  const joined = places.map(() => drawJoined(random, now)).sort((left, right) => left - right);
  return random.sample(places, count).map((company, index) => {
    return drawPerson(random, company, index, joined[index] ?? now, now, taken);
  });
}

/** The custom attributes of a person: the very object, so that what is set on it is set on the row. */
export function customOf({ row }: Person): JsonObject {
  const { custom } = row.attributes;
  if (typeof custom === 'object' && custom !== null && !Array.isArray(custom)) return custom;
  throw new Error(`Lead ${row.externalId} has no custom attributes`);
}

/** Days on which leads became known: more of them lately, as a growing vendor has. */
function drawJoined(random: Random, now: number): number {
  const share = Math.max(random.next(), random.chance(0.35) ? random.next() : 0);
  return Math.floor(now - (1 - share) * HISTORY_DAYS * DAY - random.between(0, 0.4) * DAY);
}

function drawPerson(
  random: Random,
  company: Company | null,
  index: number,
  joined: number,
  now: number,
  taken: Set<string>,
): Person {
  const country = company?.country ?? random.weighted(COUNTRIES, ({ weight }) => weight);
  const createdAt = Math.min(officeTime(random, joined, country.zone), now - random.int(30, 300) * MINUTE);
  const pool = NAME_POOLS[random.chance(0.88) ? country.names : random.pick(ALL_POOLS)];
  const first = random.pick(pool.first);
  const last = random.pick(pool.last);
  const student = company === null ? random.chance(0.6) : random.chance(0.015);
  const job = student ? drawStudentJob(random) : drawJob(random, company?.employees ?? 5, country.language);
  const email = drawEmail(random, first, last, company, country, taken);
  const row: DemoLead = {
    id: random.idAt(createdAt),
    email: email.address,
    emailKey: email.address,
    source: 'demo',
    externalId: `L-${String(index + 1).padStart(5, '0')}`,
    name: `${first} ${last}`,
    companyId: company?.row.id ?? null,
    attributes: drawAttributes(random, { first, last, job, country, company }),
    state: 'new',
    ownerId: null,
    snoozedUntil: null,
    firstEngagedAt: null,
    createdAt: new Date(createdAt),
  };
  const person =
    0.58 * (company?.quality ?? 0.1) + 0.42 * job.influence - (email.kind === 'business' ? 0 : 0.15);
  return {
    row,
    company,
    country,
    job,
    quality: Math.min(1, Math.max(0, person + random.normal(0, 0.05))),
    curiosity: Math.min(3, random.logNormal(0.8, 0.6)),
  };
}

type EmailKind = 'business' | 'personal' | 'disposable' | 'shared';

function drawEmail(
  random: Random,
  first: string,
  last: string,
  company: Company | null,
  country: Country,
  taken: Set<string>,
): { address: string; kind: EmailKind } {
  const kind = drawEmailKind(random, company);
  const domain =
    kind === 'personal'
      ? random.pick(country.freeMail)
      : kind === 'disposable'
        ? random.pick(DISPOSABLE_DOMAINS)
        : (company?.row.domain ?? random.pick(country.freeMail));
  const local = kind === 'shared' ? random.pick(ROLE_MAILBOXES) : localPart(random, first, last, company);
  let address = `${local}@${domain}`;
  for (let number = 2; taken.has(address); number += 1) address = `${local}${number}@${domain}`;
  taken.add(address);
  return { address, kind };
}

function drawEmailKind(random: Random, company: Company | null): EmailKind {
  if (company === null) return random.chance(0.06) ? 'disposable' : 'personal';
  const draw = random.next();
  if (draw < 0.055) return 'personal';
  if (draw < 0.067) return 'shared';
  return draw < 0.07 ? 'disposable' : 'business';
}

/** A company writes all its addresses in one way: which one follows from its name. */
function localPart(random: Random, first: string, last: string, company: Company | null): string {
  const given = slug(first, '');
  const family = slug(last, '');
  if (company === null) return `${given}.${family}${random.int(70, 99)}`;
  if (company.employees < 15) return given;
  const style = company.row.name.length % 4;
  if (style === 0) return `${given.charAt(0)}.${family}`;
  return style === 1 ? `${given}${family.charAt(0)}` : `${given}.${family}`;
}

interface Traits {
  first: string;
  last: string;
  job: Job;
  country: Country;
  company: Company | null;
}

function drawAttributes(random: Random, { first, last, job, country, company }: Traits): JsonObject {
  const city = company?.row.attributes.city ?? random.pick(country.cities);
  const attributes: JsonObject = {
    firstName: first,
    lastName: last,
    city,
    country: country.name,
    language: country.language,
    leadSource: random.weighted(LEAD_SOURCES, ({ weight }) => weight).name,
    emailConsent: random.chance(0.72),
    custom: drawCustom(random, company),
  };
  // Forms leave gaps: what is unknown is absent, not empty.
  if (random.chance(0.95)) attributes.title = job.title;
  if (random.chance(0.7)) attributes.department = job.department;
  if (random.chance(0.45))
    attributes.phone = `${country.dialling} ${random.int(20, 99)} ${random.int(1_000_000, 9_999_999)}`;
  if (job.seniority === 'executive' && random.chance(0.25)) attributes.decisionMaker = true;
  return attributes;
}

function drawCustom(random: Random, company: Company | null): JsonObject {
  const tools = company?.row.attributes.technologies;
  const crm = Array.isArray(tools)
    ? tools.find((tool) => typeof tool === 'string' && CRM_TOOLS.includes(tool))
    : undefined;
  const custom: JsonObject = { newsletter: random.chance(0.6) };
  if (random.chance(0.6)) custom.crm = crm ?? 'None';
  if (random.chance(0.3) && company !== null) {
    custom.salesTeamSize = Math.max(1, Math.round(company.employees ** 0.75 * random.between(0.15, 0.5)));
  }
  return custom;
}
