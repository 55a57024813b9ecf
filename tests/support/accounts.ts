/** The password of the demo's accounts in the end-to-end tests. */
export const TEST_PASSWORD = 'the tests sign in with this';

/** One account a role, and the screens that the role may open. */
export const ACCOUNTS = {
  rep: { email: 'rep@leadgrid.example', home: '/queue', screens: ['/queue', '/grid', '/leads', '/rubric'] },
  manager: {
    email: 'manager@leadgrid.example',
    home: '/reports',
    screens: ['/queue', '/grid', '/leads', '/rubric', '/reports', '/imports'],
  },
  ops: {
    email: 'ops@leadgrid.example',
    home: '/rubric',
    screens: [
      '/queue',
      '/grid',
      '/leads',
      '/rubric',
      '/reports',
      '/imports',
      '/settings/people',
      '/settings/lists',
      '/settings/filtered',
      '/settings/audit',
    ],
  },
  admin: {
    email: 'admin@leadgrid.example',
    home: '/queue',
    screens: [
      '/queue',
      '/grid',
      '/leads',
      '/rubric',
      '/reports',
      '/imports',
      '/settings/people',
      '/settings/lists',
      '/settings/filtered',
      '/settings/audit',
    ],
  },
} as const;

export type AccountRole = keyof typeof ACCOUNTS;
