import type { Router } from './route-lead';
import { takeInto } from './route-lead';
import type { AccountOwner, Decision, Rep, RoutedLead } from './types';

/** With one more lead of the company at somebody. */
function addOwner(owners: readonly AccountOwner[], userId: string): AccountOwner[] {
  const known = owners.find((one) => one.userId === userId) ?? { userId, leads: 0, deals: 0 };
  const others = owners.filter((one) => one.userId !== userId);
  return [...others, { ...known, leads: known.leads + 1 }].sort(
    (a, b) => b.leads + b.deals - (a.leads + a.deals) || (a.userId < b.userId ? -1 : 1),
  );
}

/** Decides one lead after another, with everyone's load and accounts as they grow; in the order given. */
export function routeAll(
  route: Router,
  leads: readonly (RoutedLead & { companyId: string | null })[],
  reps: ReadonlyMap<string, Rep>,
  now: number,
): Decision[] {
  let standing = reps;
  const given: { companyId: string | null; userId: string }[] = [];
  return leads.map((lead) => {
    const fresh = given.filter(({ companyId }) => companyId !== null && companyId === lead.companyId);
    const accountOwners = fresh.reduce(
      (owners, { userId }) => addOwner(owners, userId),
      [...lead.accountOwners],
    );
    const decision = route({ ...lead, accountOwners }, standing, now);
    if (decision.userId !== null) given.push({ companyId: lead.companyId, userId: decision.userId });
    standing = takeInto(standing, decision.userId, now);
    return decision;
  });
}
