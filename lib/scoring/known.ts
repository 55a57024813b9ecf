/**
 * Whether a value says nothing: undefined, null, blank text, or a list with no element that says something.
 */
export function isUnknown(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.every(isUnknown);
}
