import type { Random } from './random';
import { entries } from './random';

export type Seniority = 'executive' | 'leader' | 'manager' | 'staff' | 'student';

/** A job title with what it means. */
export interface Job {
  title: string;
  department: string;
  seniority: Seniority;
  /** How much a person in it decides over buying the demo product, from 0 to 1. */
  influence: number;
}

interface Department {
  name: string;
  /** Share of people, relative to the others. */
  weight: number;
  /** How close its work is to the demo product, from 0 to 1. */
  closeness: number;
  titles: Record<Exclude<Seniority, 'student'>, readonly string[]>;
}

const department = (
  name: string,
  weight: number,
  closeness: number,
  executive: string,
  leader: string,
  manager: string,
  staff: string,
): Department => ({
  name,
  weight,
  closeness,
  titles: {
    executive: entries(executive),
    leader: entries(leader),
    manager: entries(manager),
    staff: entries(staff),
  },
});

const DEPARTMENTS: readonly Department[] = [
  department(
    'Sales',
    20,
    0.95,
    'Chief Revenue Officer, Chief Sales Officer, CRO, Chief Commercial Officer',
    'VP Sales, Head of Sales, Sales Director, Director of Inside Sales, Head of Business Development, VP Sales EMEA',
    'Sales Manager, Regional Sales Manager, Inside Sales Team Lead, Business Development Manager, Sales Enablement Manager',
    'Account Executive, Sales Development Representative, Account Manager, Sales Engineer, Inside Sales Representative',
  ),
  department(
    'Revenue operations',
    8,
    1,
    'Chief Revenue Operations Officer, Chief Operating Officer',
    'VP Revenue Operations, Head of Revenue Operations, Director of Sales Operations, Head of Growth Operations',
    'Revenue Operations Manager, Sales Operations Manager, CRM Manager, Marketing Operations Manager',
    'Revenue Operations Analyst, Sales Operations Specialist, CRM Administrator',
  ),
  department(
    'Marketing',
    16,
    0.9,
    'Chief Marketing Officer, CMO, Chief Growth Officer',
    'VP Marketing, Head of Marketing, Head of Demand Generation, Marketing Director, Director of Growth',
    'Marketing Manager, Demand Generation Manager, Campaign Manager, Growth Manager, Product Marketing Manager',
    'Content Specialist, Marketing Analyst, Marketing Coordinator, SEO Specialist, Event Coordinator',
  ),
  department(
    'Operations',
    12,
    0.75,
    'Chief Operating Officer, COO',
    'VP Operations, Head of Operations, Operations Director, Director of Business Operations',
    'Operations Manager, Business Operations Manager, Process Manager, Supply Chain Manager',
    'Operations Analyst, Process Specialist, Logistics Coordinator, Dispatcher',
  ),
  department(
    'Management',
    9,
    0.65,
    'CEO, Chief Executive Officer, Managing Director, Founder, Co-Founder & CEO, Owner',
    'Managing Director, Head of Strategy, Director of Corporate Development',
    'Chief of Staff, Strategy Manager, Project Manager',
    'Executive Assistant, Project Coordinator, Business Analyst',
  ),
  department(
    'IT',
    12,
    0.35,
    'Chief Information Officer, CIO, CTO',
    'Head of IT, IT Director, Director of Business Applications, VP Engineering',
    'IT Manager, Business Applications Manager, Engineering Manager, Data Manager',
    'System Administrator, Software Engineer, Data Analyst, Solutions Architect, Data Engineer',
  ),
  department(
    'Finance',
    7,
    0.3,
    'Chief Financial Officer, CFO',
    'Finance Director, Head of Finance, Head of Controlling',
    'Finance Manager, Financial Controller, Accounting Manager',
    'Accountant, Financial Analyst, Payroll Specialist',
  ),
  department(
    'Customer success',
    8,
    0.5,
    'Chief Customer Officer',
    'VP Customer Success, Head of Customer Success, Director of Customer Experience',
    'Customer Success Manager, Support Manager, Onboarding Manager',
    'Customer Support Specialist, Customer Success Associate, Support Engineer',
  ),
  department(
    'Procurement',
    4,
    0.25,
    'Chief Procurement Officer',
    'Head of Procurement, Purchasing Director',
    'Procurement Manager, Category Manager',
    'Buyer, Purchasing Specialist',
  ),
  department(
    'Human resources',
    4,
    0.1,
    'Chief People Officer',
    'HR Director, Head of People',
    'HR Manager, Talent Acquisition Manager',
    'Recruiter, HR Generalist, Talent Partner',
  ),
];

const STUDENT_TITLES = entries(
  'Student, Marketing Intern, Working Student Sales, Intern, Master Student, Sales Trainee, PhD Student',
);

/** Titles as people in a country also write them, whatever the rest of the form was in. */
const LOCAL_TITLES: Record<string, readonly { title: string; department: string; seniority: Seniority }[]> = {
  de: [
    { title: 'Vertriebsleiter', department: 'Sales', seniority: 'leader' },
    { title: 'Geschäftsführerin', department: 'Management', seniority: 'executive' },
    { title: 'Leitung Marketing', department: 'Marketing', seniority: 'leader' },
  ],
  fr: [
    { title: 'Directrice commerciale', department: 'Sales', seniority: 'leader' },
    { title: 'Responsable marketing', department: 'Marketing', seniority: 'manager' },
  ],
  es: [{ title: 'Directora de Operaciones', department: 'Operations', seniority: 'leader' }],
  it: [{ title: 'Responsabile vendite', department: 'Sales', seniority: 'manager' }],
};

const SENIORITY_INFLUENCE: Record<Seniority, number> = {
  executive: 1,
  leader: 0.95,
  manager: 0.55,
  staff: 0.2,
  student: 0,
};

function influenceOf(seniority: Seniority, closeness: number): number {
  return SENIORITY_INFLUENCE[seniority] * (0.35 + 0.65 * closeness);
}

function drawSeniority(random: Random, employees: number): Exclude<Seniority, 'student'> {
  const small = employees < 50;
  const shares = { executive: small ? 24 : 7, leader: small ? 18 : 27, manager: 33, staff: 33 };
  const levels = ['executive', 'leader', 'manager', 'staff'] as const;
  return random.weighted(levels, (level) => shares[level]);
}

/** A job at a company of the given size, in the language of its country now and then. */
export function drawJob(random: Random, employees: number, language: string): Job {
  const local = LOCAL_TITLES[language];
  if (local !== undefined && random.chance(0.04)) {
    const job = random.pick(local);
    const closeness = DEPARTMENTS.find(({ name }) => name === job.department)?.closeness ?? 0.5;
    return { ...job, influence: influenceOf(job.seniority, closeness) };
  }
  const chosen = random.weighted(DEPARTMENTS, ({ weight }) => weight);
  const seniority = drawSeniority(random, employees);
  return {
    title: respell(random, random.pick(chosen.titles[seniority])),
    department: chosen.name,
    seniority,
    influence: influenceOf(seniority, chosen.closeness),
  };
}

/** The job of someone who studies or is in training. */
export function drawStudentJob(random: Random): Job {
  return { title: random.pick(STUDENT_TITLES), department: 'Education', seniority: 'student', influence: 0 };
}

/** The same title as a form's free text may hold it. */
function respell(random: Random, title: string): string {
  if (random.chance(0.05)) return title.replace(/^VP\b/, 'Vice President').replace(/\bManager$/, 'Mgr');
  if (random.chance(0.03)) return title.toLowerCase();
  if (random.chance(0.04) && /Manager$/.test(title)) return `Senior ${title}`;
  return title;
}

const PROMOTIONS: readonly [RegExp, string][] = [
  [/^Head of /, 'Senior Manager, '],
  [/^VP /, 'Director of '],
  [/^Chief Revenue Officer$/, 'VP Sales'],
  [/^Chief Marketing Officer$/, 'VP Marketing'],
  [/ Manager$/, ' Specialist'],
];

/** The title that someone who now has `title` held before being promoted, or null when none is known. */
export function titleBefore(title: string): string | null {
  for (const [pattern, replacement] of PROMOTIONS) {
    if (pattern.test(title)) return title.replace(pattern, replacement);
  }
  return null;
}
