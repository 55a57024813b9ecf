import type { Role } from '@/lib/generated/prisma/enums';

/** What each role may do. A permission that is not listed is refused. */
const GRANTS = {
  'leads:read': ['rep', 'manager', 'ops', 'admin'],
  'leads:work': ['rep', 'manager', 'admin'],
  'leads:merge': ['rep', 'manager', 'ops', 'admin'],
  'events:decide': ['rep', 'manager', 'ops', 'admin'],
  'leads:erase': ['ops', 'admin'],
  'rubric:read': ['rep', 'manager', 'ops', 'admin'],
  'rubric:write': ['ops', 'admin'],
  'reports:read': ['manager', 'ops', 'admin'],
  'reports:write': ['ops', 'admin'],
  'imports:read': ['manager', 'ops', 'admin'],
  'imports:write': ['ops', 'admin'],
  'settings:read': ['ops', 'admin'],
  'sources:manage': ['ops', 'admin'],
  'routing:write': ['ops', 'admin'],
  'leads:review': ['manager', 'ops', 'admin'],
  'webhooks:manage': ['ops', 'admin'],
  'network:manage': ['admin'],
  'secrets:show': ['admin'],
  'people:manage': ['admin'],
  'keys:manage': ['admin'],
  'lists:export': ['manager', 'ops', 'admin'],
  'views:share': ['manager', 'ops', 'admin'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof GRANTS;

/** Whether a role has a permission. */
export function isAllowed(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = GRANTS[permission];
  return roles.includes(role);
}

/** The screen on which a role lands after signing in. */
export const HOME: Record<Role, string> = {
  rep: '/queue',
  manager: '/reports',
  ops: '/rubric',
  admin: '/queue',
};
