import type { Lists } from '@/lib/scoring/types';
import type { ListChanges, ListName } from './schema';

/** The shipped lists with an installation's additions and without what it took off, each sorted. */
export function mergeLists(defaults: Lists, changes: ListChanges): Lists {
  const merge = (name: ListName) => {
    const { added, removed } = changes[name];
    const left = new Set([...defaults[name], ...added]);
    for (const entry of removed) left.delete(entry);
    return [...left].sort();
  };
  return {
    personalDomains: merge('personalDomains'),
    disposableDomains: merge('disposableDomains'),
    roleNames: merge('roleNames'),
  };
}

/** The changes without those that change nothing: adding what is shipped, taking off what is not. */
export function trimListChanges(defaults: Lists, changes: ListChanges): ListChanges {
  const trim = (name: ListName) => {
    const shipped = new Set(defaults[name]);
    return {
      added: changes[name].added.filter((entry) => !shipped.has(entry)),
      removed: changes[name].removed.filter((entry) => shipped.has(entry)),
    };
  };
  return {
    personalDomains: trim('personalDomains'),
    disposableDomains: trim('disposableDomains'),
    roleNames: trim('roleNames'),
  };
}
