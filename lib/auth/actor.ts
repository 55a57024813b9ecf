import type { Role } from '@/lib/generated/prisma/enums';
import { isAllowed, type Permission } from './permissions';

/** Someone with a valid session, of whatever role. */
export interface SignedIn {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

const proven = Symbol('proven');

/**
 * Someone signed in who was found to have permission `P`. Only `grant` makes one, so a mutation that takes
 * `Actor<'rubric:write'>` cannot be called by code that did not ask.
 */
export interface Actor<P extends Permission> extends SignedIn {
  readonly [proven]: P;
}

/** The actor, when their role has the permission; else null. */
export function grant<P extends Permission>(person: SignedIn, permission: P): Actor<P> | null {
  return isAllowed(person.role, permission) ? { ...person, [proven]: permission } : null;
}
