/** The password of the demo's accounts in the end-to-end tests. */
export const TEST_PASSWORD = 'the tests sign in with this';

const EVERYONES = ['/queue', '/alerts', '/grid', '/leads', '/leads/duplicates', '/rubric'] as const;
const REPORTS = [
  '/reports',
  '/reports/use',
  '/reports/criteria',
  '/reports/drift',
  '/reports/leads',
  '/reports/print',
] as const;
const MANAGERS = [...EVERYONES, '/reviews', ...REPORTS, '/rubric/learn', '/imports'] as const;
const SETTINGS = [
  '/first-steps',
  '/settings/people',
  '/settings/routing',
  '/settings/response',
  '/settings/reports',
  '/settings/sources',
  '/settings/events',
  '/settings/rejected',
  '/settings/lists',
  '/settings/filtered',
  '/settings/api-keys',
  '/settings/api',
  '/settings/webhooks',
  '/settings/notifications',
  '/settings/audit',
] as const;

/** One account a role, and the screens that the role may open. */
export const ACCOUNTS = {
  rep: { email: 'rep@leadgrid.example', home: '/queue', screens: EVERYONES },
  manager: { email: 'manager@leadgrid.example', home: '/reports', screens: MANAGERS },
  ops: { email: 'ops@leadgrid.example', home: '/rubric', screens: [...MANAGERS, ...SETTINGS] },
  admin: { email: 'admin@leadgrid.example', home: '/queue', screens: [...MANAGERS, ...SETTINGS] },
} as const;

export type AccountRole = keyof typeof ACCOUNTS;
