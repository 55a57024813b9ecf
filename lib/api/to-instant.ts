/** An instant as answers carry it: ISO 8601 in UTC with milliseconds; null stays null. */
export function toInstant(at: Date | number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
