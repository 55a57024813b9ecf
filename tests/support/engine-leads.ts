import type { LeadInput } from '@/lib/scoring/types';

/** A source of the same numbers on every run: a multiply-with-carry of 32 bits. */
function createDice(seed: number): (sides: number) => number {
  let state = seed >>> 0 || 1;
  let carry = 0x2545f491;
  return (sides) => {
    const product = 4_294_957_665 * state + carry;
    carry = Math.floor(product / 4_294_967_296) >>> 0;
    state = product >>> 0;
    return state % sides;
  };
}

const LEVELS = ['VP', 'Director', 'Head of', 'Chief', 'Senior', 'Junior', 'Lead', 'Student', 'Intern', ''];
const AREAS = ['Sales', 'Revenue', 'Marketing', 'Finance', 'Engineering', 'Operations', 'IT', 'Sales Ops'];
const REGIONS = ['', ', EMEA', ', DACH', ' International', ' (Nordics)'];
const INDUSTRIES = [
  'SaaS',
  'Fintech',
  'Retail',
  'Health Care',
  'Logistics',
  'Industrial Software',
  'Education',
];
const COUNTRIES = [
  'Germany',
  'France',
  'United Kingdom',
  'Spain',
  'United States',
  'Japan',
  'Brazil',
  'India',
];
const TECHNOLOGIES = ['Salesforce', 'HubSpot', 'Segment', 'Stripe', 'AWS', 'Azure', 'Postgres'];
const PLANS = ['Trial', 'Free', 'Team'];
const PERSONAL = ['gmail.com', 'outlook.com', 'yahoo.com'];

/**
 * Leads as a B2B database has them: a few to a company, texts in mixed case, and every fourth value or so not known.
 *
 * @param count how many; the first n of a longer list are the same.
 */
export function makeLeads(count: number): LeadInput[] {
  const roll = createDice(20_260_601);
  const pick = <T>(values: readonly T[], unknownInTen: number): T | null =>
    roll(10) < unknownInTen ? null : (values[roll(values.length)] ?? null);
  const leads = Array.from({ length: count }, (_, i): LeadInput => {
    const company = roll(Math.ceil(count / 4));
    const own = roll(12) === 0 ? `uni${company}.edu` : `Company${company}.example`;
    const domain = roll(5) === 0 ? pick(PERSONAL, 0) : own;
    const title = `${LEVELS[roll(LEVELS.length)]} ${AREAS[roll(AREAS.length)]}${REGIONS[roll(REGIONS.length)]}`;
    return {
      id: `lead-${i}`,
      email: `${roll(15) === 0 ? 'info' : `person${i}`}@${domain}`,
      createdAt: '2026-01-01',
      attributes: {
        title: roll(8) === 0 ? null : title.trim(),
        department: pick(AREAS, 3),
        country: pick(COUNTRIES, 1),
        decisionMaker: pick([true, false], 4),
        custom: { plan: pick(PLANS, 5), seats: roll(3) === 0 ? null : roll(200) },
      },
      company: {
        id: `company-${company}`,
        industry: pick(INDUSTRIES, 2),
        employees: roll(5) === 0 ? null : Math.floor(10 ** (roll(5000) / 1000)) + 1,
        revenue: roll(3) === 0 ? null : roll(1000) * 100_000,
        technologies: TECHNOLOGIES.filter(() => roll(4) === 0),
      },
    };
  });
  // As data that was read in: texts put together by a program are kept in pieces, which are slower to look at.
  return structuredClone(leads);
}
