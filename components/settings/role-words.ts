import type { Role } from '@/lib/generated/prisma/enums';

/** The roles as people read them, and what each may do. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  rep: { name: 'Rep', may: 'Works the queue; reads the rubric' },
  manager: { name: 'Manager', may: 'Works the queue; reads reports and imports' },
  ops: { name: 'Ops', may: 'Edits the rubric; imports; reads reports and settings' },
  admin: { name: 'Admin', may: 'May do everything, and manages people' },
};

const ROLES: readonly Role[] = ['rep', 'manager', 'ops', 'admin'];

/** The roles to choose from. */
export const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: ROLE_WORDS[value].name }));

/** The role that a select gave back; rep for anything else. */
export function readRole(value: string): Role {
  return ROLES.find((role) => role === value) ?? 'rep';
}
