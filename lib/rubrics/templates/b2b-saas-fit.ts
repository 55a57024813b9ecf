import type { Condition, FitCriterion, Group } from '@/lib/scoring/types';
import { decisionMaker, isSenior, isStudent, personalEmail, roleMailbox } from './template-parts';

const isRevenueRole: Condition = {
  field: 'title',
  op: 'contains_word',
  value: [
    'revenue',
    'sales',
    'marketing',
    'commercial',
    'operations',
    'growth',
    'business development',
    'demand generation',
    'cro',
    'cmo',
    'coo',
  ],
};

/** Who they are: does the company, and does the person, belong to the market at all. */
export const B2B_SAAS_FIT: Group<FitCriterion>[] = [
  {
    id: 'company',
    label: 'Company',
    min: -30,
    max: 60,
    criteria: [
      {
        id: 'employees-201-1000',
        label: '201–1,000 employees',
        when: { field: 'company.employees', op: 'between', value: [201, 1000] },
        points: 25,
      },
      {
        id: 'employees-near',
        label: '51–200 or 1,001–5,000 employees',
        when: {
          any: [
            { field: 'company.employees', op: 'between', value: [51, 200] },
            { field: 'company.employees', op: 'between', value: [1001, 5000] },
          ],
        },
        points: 18,
      },
      {
        id: 'employees-below-10',
        label: 'Fewer than 10 employees',
        when: { field: 'company.employees', op: 'lt', value: 10 },
        points: -15,
      },
      {
        id: 'industry-core',
        label: 'Software, finance, telecoms or logistics',
        when: {
          field: 'company.industry',
          op: 'contains_word',
          value: [
            'software',
            'saas',
            'technology',
            'internet',
            'finance',
            'financial services',
            'insurance',
            'telecommunications',
            'logistics',
          ],
        },
        points: 20,
      },
      {
        id: 'industry-outside',
        label: 'Public sector, education, hospitality or non-profit',
        when: {
          field: 'company.industry',
          op: 'contains_word',
          value: ['public sector', 'government', 'education', 'hospitality', 'non profit', 'nonprofit'],
        },
        points: -15,
      },
      {
        id: 'revenue-10m',
        label: 'Annual revenue of 10 million or more',
        when: { field: 'company.revenue', op: 'gte', value: 10_000_000 },
        points: 10,
      },
      {
        id: 'country-served',
        label: 'In a country we serve',
        when: {
          field: 'company.country',
          op: 'in',
          value: [
            'Germany',
            'Austria',
            'Switzerland',
            'United Kingdom',
            'Ireland',
            'United States',
            'Canada',
            'France',
            'Netherlands',
            'Belgium',
            'Sweden',
            'Denmark',
          ],
        },
        points: 8,
      },
      {
        id: 'technology-crm',
        label: 'Uses a CRM we connect to',
        when: {
          field: 'company.technologies',
          op: 'in',
          value: ['Salesforce', 'HubSpot', 'Pipedrive', 'Microsoft Dynamics'],
        },
        points: 10,
      },
    ],
  },
  {
    id: 'person',
    label: 'Person',
    min: -60,
    max: 40,
    criteria: [
      {
        id: 'revenue-leader',
        label: 'Leads revenue or operations',
        when: { all: [isSenior, isRevenueRole] },
        points: 35,
      },
      {
        id: 'other-leader',
        label: 'Leads another team, or the company',
        when: { all: [isSenior, { not: isRevenueRole }] },
        points: 20,
      },
      {
        id: 'revenue-role',
        label: 'Works in revenue or operations',
        when: { all: [isRevenueRole, { not: isSenior }, { not: isStudent }] },
        points: 18,
      },
      decisionMaker,
      { id: 'student', label: 'Student, intern or trainee', when: isStudent, points: -50 },
      personalEmail(-12),
      roleMailbox(-10),
    ],
  },
];
