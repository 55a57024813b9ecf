import type { Rubric } from '@/lib/scoring/types';
import { AGENCY_TEMPLATE } from './agency';
import { B2B_SAAS_TEMPLATE } from './b2b-saas';
import { EDUCATION_TEMPLATE } from './education';
import { EMPTY_TEMPLATE } from './empty';
import { WHOLESALE_TEMPLATE } from './wholesale';

export interface Template {
  id: string;
  name: string;
  /** For whom it is. */
  audience: string;
  /** What it looks for, in a sentence. */
  about: string;
  rubric: Rubric;
}

/** Rubrics to start from, each usable as it is. */
export const TEMPLATES: readonly Template[] = [
  {
    id: 'b2b-saas',
    name: 'B2B SaaS',
    audience: 'Software sold to companies',
    about:
      'Mid-sized companies, revenue and operations leaders; demos, trials and pricing visits count most.',
    rubric: B2B_SAAS_TEMPLATE,
  },
  {
    id: 'agency',
    name: 'Agency',
    audience: 'Projects and retainers',
    about:
      'Marketing leaders and founders with a budget; enquiries, meetings and looks at your work, soon forgotten.',
    rubric: AGENCY_TEMPLATE,
  },
  {
    id: 'wholesale',
    name: 'E-commerce wholesale',
    audience: 'Goods sold to shops',
    about:
      'Resellers, their buyers and owners; orders, trade accounts, samples and price lists. Private shoppers are out.',
    rubric: WHOLESALE_TEMPLATE,
  },
  {
    id: 'education',
    name: 'Education',
    audience: 'Courses, programmes, training',
    about: 'People who can take part, and employers who pay; applications, talks with advisers, open days.',
    rubric: EDUCATION_TEMPLATE,
  },
  {
    id: 'empty',
    name: 'Empty',
    audience: 'You know what you look for',
    about: 'Groups, limits and tiers without a criterion. Every lead is a C until you add some.',
    rubric: EMPTY_TEMPLATE,
  },
];

export const TEMPLATE_IDS = TEMPLATES.map(({ id }) => id);

/** A template by its id; undefined when there is none. */
export function findTemplate(id: string): Template | undefined {
  return TEMPLATES.find((template) => template.id === id);
}
