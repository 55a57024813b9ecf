import { z } from 'zod';

const MOST_ENTRIES = 5_000;

/** A domain without scheme, path or port: at least two labels, lower case. */
const domainSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(/^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u, {
    error: ({ input }) => `“${String(input)}” is not a domain such as example.com`,
  });

/** What stands before the @ of a shared mailbox. */
const mailboxSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(64)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._+-]*$/u, {
    error: ({ input }) => `“${String(input)}” is not a mailbox name such as info`,
  });

const listOf = (entry: typeof domainSchema) =>
  z
    .array(entry)
    .max(MOST_ENTRIES, `At most ${MOST_ENTRIES} entries`)
    .transform((entries) => [...new Set(entries)].sort());

/** Domains, each once and in order. */
export const domainListSchema = listOf(domainSchema);

/** An installation's own entries, which it adds to the packaged lists; a domain may stand in one of them only. */
export const ownListsSchema = z
  .object({
    personalDomains: listOf(domainSchema),
    disposableDomains: listOf(domainSchema),
    businessDomains: listOf(domainSchema),
    roleNames: listOf(mailboxSchema),
  })
  .superRefine((lists, context) => {
    const seen = new Map<string, string>();
    for (const name of ['personalDomains', 'disposableDomains', 'businessDomains'] as const) {
      for (const domain of lists[name]) {
        if (seen.has(domain)) {
          context.addIssue({ code: 'custom', path: [name], message: `“${domain}” stands in two lists` });
        }
        seen.set(domain, name);
      }
    }
  });

export type OwnLists = z.output<typeof ownListsSchema>;

/** A change to the lists, with the state it was made from: two people who edit at once never overwrite each other. */
export const saveListsSchema = z.object({
  /** When the lists that were edited had been saved, in milliseconds since 1970; null when they never were. */
  basedOn: z.int().nullable(),
  lists: ownListsSchema,
});

const plainJsonSchema = z.record(z.string(), z.json());

/** An object as a column of JSON takes it: what JSON keeps of it. */
export function toPlainJson(value: object): z.output<typeof plainJsonSchema> {
  return plainJsonSchema.parse(JSON.parse(JSON.stringify(value)));
}
