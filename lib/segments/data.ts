import { OWN_FIELDS } from '@/lib/scoring/fields';
import { listAttributes } from '@/lib/settings/data';
import type { SegmentField } from './segment-rows';

const OWN_LABELS: Readonly<Record<(typeof OWN_FIELDS)[number], string>> = {
  email: 'E-mail',
  'email.domain': 'E-mail domain',
  'email.kind': 'Kind of e-mail',
  'email.role': 'Shared mailbox',
  createdAt: 'Known since',
};

/** The fields that a segment may ask about. */
export async function listSegmentFields(): Promise<SegmentField[]> {
  const [lead, company] = await Promise.all([listAttributes('lead'), listAttributes('company')]);
  const own = OWN_FIELDS.map((path): SegmentField => {
    const type = path === 'createdAt' ? 'date' : path === 'email.role' ? 'boolean' : 'text';
    return { path, label: OWN_LABELS[path], type };
  });
  return [
    ...lead.map(({ key, label, type }) => ({ path: key, label, type })),
    ...own,
    { path: 'company.name', label: 'Company', type: 'text' },
    { path: 'company.domain', label: 'Company domain', type: 'text' },
    ...company.map(({ key, label, type }) => ({ path: `company.${key}`, label: `Company: ${label}`, type })),
  ];
}
