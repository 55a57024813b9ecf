import disposable from 'disposable-email-domains/index.json' with { type: 'json' };
import providers from 'email-providers/all.json' with { type: 'json' };
import { z } from 'zod';
import { DEFAULT_LISTS } from '@/lib/scoring/default-lists';
import type { Lists } from '@/lib/scoring/types';

/** The key of the setting that holds an installation's own lists. */
export const LISTS_SETTING = 'lists';

const domains = z.array(z.string().trim().toLowerCase().min(1));

/** What the setting holds: what the installation adds to the packaged lists, and what it takes away from them. */
export const listsSettingSchema = z.object({
  personalDomains: domains.default([]),
  disposableDomains: domains.default([]),
  roleNames: domains.default([]),
  /** Domains that are neither, whatever the packaged lists say. */
  businessDomains: domains.default([]),
});

/** Registries under which whole countries' companies live, and names reserved for examples: listed by mistake. */
const NEVER_LISTED = ['web.id', 'my.id', 'za.com', 'edu.pl', 'pp.ua', 'msk.ru', 'spb.ru', 'example.com'];

const packagedDisposable: readonly string[] = disposable;
const packagedFreeMail: readonly string[] = providers;

/**
 * The lists that scoring reads: those of maintained packages, with the installation's additions and exceptions. Lists of
 * free mail contain throw-away services too; these are subtracted, so that no domain is on both.
 *
 * @param setting the value of the setting, or undefined when there is none.
 * @throws ZodError when the value does not fit {@link listsSettingSchema}.
 */
export function buildLists(setting?: unknown): Lists {
  const own = listsSettingSchema.parse(setting ?? {});
  const wellKnown = [...DEFAULT_LISTS.personalDomains, ...own.personalDomains];
  const exempt = [...NEVER_LISTED, ...own.businessDomains];
  // Whoever speaks later has the last word: the packages, then what is well known, then the installation.
  const thrownAway = new Set([...packagedDisposable, ...DEFAULT_LISTS.disposableDomains]);
  for (const domain of [...wellKnown, ...exempt]) thrownAway.delete(domain);
  for (const domain of own.disposableDomains) thrownAway.add(domain);
  const personal = new Set([...packagedFreeMail, ...wellKnown]);
  for (const domain of exempt) personal.delete(domain);
  return {
    personalDomains: [...personal].filter((domain) => !thrownAway.has(domain)),
    disposableDomains: [...thrownAway],
    roleNames: [...new Set([...DEFAULT_LISTS.roleNames, ...own.roleNames])],
  };
}
