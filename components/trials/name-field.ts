import type { Labels } from '@/lib/scoring/describe';

/** A field's label; company fields say whose they are. */
export function nameField(path: string, { fields = {} }: Labels): string {
  const label = fields[path] ?? path;
  return path.startsWith('company.') && !label.toLowerCase().includes('company')
    ? `Company: ${label}`
    : label;
}
