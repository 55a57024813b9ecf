import type { Industry } from './industries';
import { CRM_TOOLS, INDUSTRIES, NAME_ROOTS, TECHNOLOGIES } from './industries';
import { NAME_POOLS } from './names';
import type { Country } from './places';
import { COUNTRIES } from './places';
import type { Random } from './random';
import { DAY, slug } from './random';
import type { DemoCompany } from './types';

/** A company of the demo with what the generator knows of it beyond its row. */
export interface Company {
  row: DemoCompany;
  country: Country;
  industry: Industry;
  employees: number;
  /** How well the company suits the demo product, about 0 to 1: what deals really depend on. */
  quality: number;
}

/** The domains that the template rubric lists as competitors, with the companies behind them. */
const COMPETITORS = [
  { name: 'ScorePilot', domain: 'scorepilot.example' },
  { name: 'PipeHeat', domain: 'pipeheat.example' },
  { name: 'Leadbarometer', domain: 'leadbarometer.example' },
];

const MEDIAN_EMPLOYEES = 140;
const BEST_EMPLOYEES = 420;

/** `count` companies, the competitors among them, with unique names and domains. */
export function drawCompanies(random: Random, count: number, now: number): Company[] {
  const names = new Set<string>();
  const companies = COMPETITORS.map((competitor, index) => drawCompany(random, competitor, index, now));
  while (companies.length < count) {
    const country = random.weighted(COUNTRIES, ({ weight }) => weight);
    const industry = random.weighted(INDUSTRIES, ({ weight }) => weight);
    const brand = drawBrand(random, country, industry);
    const domain = `${slug(brand, random.chance(0.3) ? '-' : '')}.example`;
    if (names.has(domain) || names.has(brand)) continue;
    names.add(domain).add(brand);
    const form = random.pick(country.forms);
    const name = form === '' ? brand : `${brand} ${form}`;
    companies.push(drawCompany(random, { name, domain, country, industry }, companies.length, now));
  }
  return companies;
}

function drawBrand(random: Random, country: Country, industry: Industry): string {
  const root = random.pick(NAME_ROOTS);
  const noun = random.pick(industry.nouns);
  const family = () => random.pick(NAME_POOLS[country.names].last);
  const style = random.next();
  if (style < 0.62) return `${root} ${noun}`;
  if (style < 0.75) return `${family()} ${noun}`;
  if (style < 0.84) return `${family()} & ${family()}`;
  if (style < 0.92) return `${root}${random.pick(['ly', 'io', 'base', 'line', 'ware', 'works', 'point'])}`;
  return `${random.pick(country.cities)} ${noun}`;
}

interface CompanyPlan {
  name: string;
  domain: string;
  country?: Country;
  industry?: Industry;
}

function drawCompany(random: Random, plan: CompanyPlan, index: number, now: number): Company {
  const country = plan.country ?? random.pick(COUNTRIES.slice(0, 6));
  const industry = plan.industry ?? random.pick(INDUSTRIES.slice(0, 1));
  const employees = drawEmployees(random);
  const technologies = TECHNOLOGIES.filter(({ share }) => random.chance(share)).map(({ name }) => name);
  const createdAt = Math.floor(now - random.between(560, 720) * DAY);
  const thisYear = new Date(now).getUTCFullYear();
  const row: DemoCompany = {
    id: random.idAt(createdAt),
    name: plan.name,
    domain: plan.domain,
    source: 'demo',
    externalId: `C-${String(index + 1).padStart(5, '0')}`,
    attributes: {
      industry: industry.name,
      website: `https://www.${plan.domain}`,
      city: country.cities.find((city) => plan.name.startsWith(city)) ?? random.pick(country.cities),
      country: country.name,
      technologies,
      foundedYear: Math.max(
        industry.since + random.int(0, 20),
        thisYear - 2 - Math.round(random.exponential(5 + Math.log2(employees) * 4)),
      ),
    },
    createdAt: new Date(createdAt),
  };
  if (random.chance(0.95)) row.attributes.employees = employees;
  if (random.chance(0.86)) row.attributes.revenue = drawRevenue(random, employees, industry);
  return {
    row,
    country,
    industry,
    employees,
    quality: rateCompany(random, employees, industry, country, technologies),
  };
}

function drawEmployees(random: Random): number {
  const drawn = Math.min(38_000, Math.max(2, random.logNormal(MEDIAN_EMPLOYEES, 1.55)));
  // Small companies are counted, large ones are quoted: figures above a thousand come rounded.
  const step = drawn < 1000 ? 1 : drawn < 5000 ? 50 : 500;
  return Math.round(drawn / step) * step;
}

function drawRevenue(random: Random, employees: number, industry: Industry): number {
  const revenue = employees * random.logNormal(industry.revenuePerEmployee, 0.35);
  const step = revenue < 1_000_000 ? 10_000 : revenue < 50_000_000 ? 100_000 : 1_000_000;
  return Math.max(step, Math.round(revenue / step) * step);
}

/** Size around the best one on a logarithmic scale, industry, market, tools, and a part that no attribute shows. */
function rateCompany(
  random: Random,
  employees: number,
  industry: Industry,
  country: Country,
  technologies: readonly string[],
): number {
  const distance = (Math.log(employees) - Math.log(BEST_EMPLOYEES)) / 1.3;
  const size = Math.exp(-(distance * distance) / 2);
  const market = country.served ? 1 : 0.35;
  const tools = technologies.some((name) => CRM_TOOLS.includes(name)) ? 1 : 0.4;
  const hidden = random.normal(0, 0.07);
  return Math.min(
    1,
    Math.max(0, 0.42 * size + 0.33 * industry.suits + 0.13 * market + 0.12 * tools + hidden),
  );
}
