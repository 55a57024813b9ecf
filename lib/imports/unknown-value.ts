const UNKNOWN = new Set(['', '-', '--', '–', '—', 'n/a', '#n/a', 'null', '(null)', 'undefined']);

/** Whether a cell says that nothing is known: empty, "N/A", "null", a dash. */
export function isUnknownText(text: string): boolean {
  return UNKNOWN.has(text.trim().toLowerCase());
}
