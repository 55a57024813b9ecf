import type { BatchContext } from '@/lib/intake/mutations/batch';
import { joinCompanies } from '@/lib/intake/mutations/join-companies';
import { writeCompanies } from '@/lib/intake/mutations/write-companies';
import { GROUP_SOURCE } from '../constants';
import { toRejected } from '../read-message';
import { buildPatch, readCompanyTraits } from '../read-traits';
import type { Message } from '../types';
import { defineTraits } from './define-traits';
import type { People } from './find-people';
import { keepVisitorCompanies, takeVisitorCompanies, type VisitorMembership } from './visitor-companies';
import type { Written } from './write-people';

/**
 * Writes the companies that group messages tell of, and makes the leads they are about people of them: those whom nobody
 * knows yet once they are known.
 */
export async function writeGroups(
  context: BatchContext,
  messages: readonly Message[],
  people: People,
): Promise<Written> {
  const written: Written = { leadIds: new Set(), companyIds: new Set(), rejected: [] };
  const groups = messages.flatMap((message) =>
    message.groupId === null || message.kind !== 'group'
      ? []
      : [{ message, groupId: message.groupId, traits: readCompanyTraits(message.traits) }],
  );
  const members = await takeVisitorCompanies(context.tx, people);
  if (groups.length + members.length === 0) return written;
  const own = groups.flatMap(({ traits }) =>
    traits.own.map((trait) => ({ entity: 'company' as const, trait })),
  );
  const typeOf = await defineTraits(context.tx, own);
  const reject = ({ raw, source }: Message, reason: string, path: string | null) =>
    written.rejected.push(toRejected(raw, { reason, path }, source.id));
  const records = groups.map(({ message, groupId, traits }) => {
    const { patch, faults } = buildPatch(traits.own, (path) => typeOf('company', path));
    for (const { reason, path } of faults) reject(message, reason, path);
    const { name, domain, createdAt } = traits;
    const key = { name, domain, externalId: groupId, source: GROUP_SOURCE, sourceNamed: true };
    return { ...key, createdAt, attributes: patch };
  });
  const result = await writeCompanies(context, records);
  const visitors: VisitorMembership[] = [];
  groups.forEach(({ message }, index) => {
    const outcome = result.outcomes[index];
    if (typeof outcome === 'object') reject(message, outcome.reason, outcome.path);
    const companyId = result.ids?.[index];
    const lead = people.of(message);
    const { anonymousId } = message;
    if (!companyId) return;
    if (lead) members.push({ leadId: lead.leadId, companyId });
    else if (anonymousId !== null) visitors.push({ anonymousId, companyId });
  });
  await keepVisitorCompanies(context.tx, visitors, context.now);
  const joined = await joinCompanies(context.tx, members);
  for (const { leadId, companyId } of members) people.join(leadId, companyId);
  for (const id of joined.leadIds) written.leadIds.add(id);
  for (const id of [...result.companyIds, ...joined.companyIds]) written.companyIds.add(id);
  return written;
}
