import { defineOperation } from '../contract';
import { batchAnswer, pageOf } from '../schemas/answers';
import { company, companyDomain, companyId, companyInput, companyQuery } from '../schemas/companies';
import { BATCH_EXAMPLE, COMPANY_EXAMPLE, COMPANY_ID, COMPANY_INPUT_EXAMPLE } from './examples';

const tag = 'Companies';

export const COMPANY_OPERATIONS = {
  listCompanies: defineOperation({
    method: 'GET',
    path: '/companies',
    tag,
    summary: 'List companies',
    description: 'The last added first.',
    scope: 'companies:read',
    query: companyQuery,
    answer: pageOf(company),
    example: { query: { q: 'ac' }, answer: { items: [COMPANY_EXAMPLE], next: null } },
  }),
  upsertCompany: defineOperation({
    method: 'POST',
    path: '/companies',
    tag,
    summary: 'Make or change a company',
    description:
      'The company is found by domain, else by external id, else by name where nothing else is known, else made. Its leads are scored again.',
    scope: 'companies:write',
    body: companyInput,
    answer: company,
    statuses: [201, 200],
    example: { body: COMPANY_INPUT_EXAMPLE, answer: COMPANY_EXAMPLE },
  }),
  upsertCompanies: defineOperation({
    method: 'POST',
    path: '/companies/batch',
    tag,
    summary: 'Make or change up to 1,000 companies',
    description: 'Each item is taken or refused by itself, and the answer says which.',
    scope: 'companies:write',
    body: companyInput,
    batch: true,
    answer: batchAnswer,
    example: { body: { items: [COMPANY_INPUT_EXAMPLE, {}] }, answer: BATCH_EXAMPLE },
  }),
  findCompanyByDomain: defineOperation({
    method: 'GET',
    path: '/companies/by-domain/{domain}',
    tag,
    summary: 'Find a company by its domain',
    scope: 'companies:read',
    params: companyDomain,
    answer: company,
    problems: [404],
    example: { params: ['acme.example'], answer: COMPANY_EXAMPLE },
  }),
  getCompany: defineOperation({
    method: 'GET',
    path: '/companies/{id}',
    tag,
    summary: 'Get a company',
    scope: 'companies:read',
    params: companyId,
    answer: company,
    problems: [404],
    example: { params: [COMPANY_ID], answer: COMPANY_EXAMPLE },
  }),
};
