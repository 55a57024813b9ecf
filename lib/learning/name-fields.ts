import { findPathFault } from '@/lib/scoring/fields';

/** A column's name where it cannot be a field's path: as an attribute of one's own. */
function toOwnField(name: string): string {
  return `custom.${name.replace(/\./g, '_').trim()}`;
}

/**
 * The field that each column of a file is, named as the column where a path may have that name. Names that mean
 * something else to the engine (`createdAt`, `company`) and those it could not read become attributes of one's own.
 *
 * @param email the column that holds the leads' addresses, if one does.
 */
export function nameFields(header: readonly string[], email: string | null): Map<string, string> {
  return new Map(
    header.map((name) => {
      if (name === email) return [name, 'email'];
      const [root = '', ...rest] = name.split('.');
      const reserved =
        ['email', 'createdAt', 'custom'].includes(root) || (root === 'company' && rest.length === 0);
      // "plan" and "plan.price" cannot both be: the first is no place to keep the second.
      const nested = rest.length > 0 && header.some((other) => name.startsWith(`${other}.`));
      const ok = findPathFault(name, 'lead') === null && !reserved && !nested;
      return [name, ok ? name : toOwnField(name)];
    }),
  );
}
