import { z } from 'zod';
import { SCOPE_NAMES } from './constants';

const scopeSchema = z.enum(SCOPE_NAMES, {
  error: (issue) =>
    `“${String(issue.input)}” is no scope; there are ${SCOPE_NAMES.join(', ')}, and read, write and all for several`,
});

/** A new key: what it is for, and what it may do. */
export const createKeySchema = z.strictObject({
  name: z.string().trim().min(1, 'Say what the key is for.').max(80, 'At most 80 characters.'),
  scopes: z
    .array(scopeSchema)
    .min(1, 'Choose at least one thing that the key may do.')
    .transform((scopes) => SCOPE_NAMES.filter((scope) => scopes.includes(scope))),
});

export const revokeKeySchema = z.strictObject({ keyId: z.uuid() });
