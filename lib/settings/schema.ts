import { z } from 'zod';

const MOST_CHANGES = 10_000;

/** A domain without scheme, path or port: at least two labels, lower case. */
const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u,
    'Not a domain, such as example.com',
  );

/** What stands before the @ of a shared mailbox. */
const mailboxSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._+-]*$/u, 'Not a mailbox name, such as info');

const unique = (entries: string[]) => [...new Set(entries)].sort();

function changesOf(entry: z.ZodType<string>) {
  const entries = z
    .array(entry)
    .max(MOST_CHANGES, `At most ${MOST_CHANGES} entries`)
    .transform(unique)
    .default([]);
  return z
    .object({ added: entries, removed: entries })
    .refine(({ added, removed }) => !added.some((one) => removed.includes(one)), {
      message: 'The same entry is both added and taken off',
    })
    .default({ added: [], removed: [] });
}

/** What an installation adds to the shipped lists and takes off them: the value of the setting "lists". */
export const listChangesSchema = z.object({
  personalDomains: changesOf(domainSchema),
  disposableDomains: changesOf(domainSchema),
  roleNames: changesOf(mailboxSchema),
});

export type ListChanges = z.output<typeof listChangesSchema>;
export type ListName = keyof ListChanges;

/** A change to the lists, with the state it was made from: two people who edit at once never overwrite each other. */
export const saveListsSchema = z.object({
  /** When the lists that were edited had been saved; null when they never were. */
  basedOn: z.iso.datetime().nullable(),
  changes: listChangesSchema,
});
