/** An action in words: "person.password_link_made" gives "Person: password link made". */
export function describeAction(action: string): string {
  const [noun = '', ...rest] = action.split('.');
  const verb = rest.join(' ').replaceAll('_', ' ');
  const name = spaced(noun);
  const start = name.charAt(0).toUpperCase() + name.slice(1);
  return verb === '' ? start : `${start}: ${verb}`;
}

/**
 * An entry's details in words, one fact each: `{ role: "rep" }` gives "role: rep", and what stands under `before` and
 * `after` gives "role: rep → admin", leaving out what stayed as it was.
 */
export function describeDetails(details: unknown): string[] {
  if (!isRecord(details)) return [];
  const { before, after, ...rest } = details;
  const changes = isRecord(before) && isRecord(after) ? describeChanges(before, after) : [];
  const facts = Object.entries(rest).map(([key, value]) => `${spaced(key)}: ${describeValue(value)}`);
  return [...facts, ...changes];
}

function describeChanges(before: Record<string, unknown>, after: Record<string, unknown>): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => {
    const [was, is] = [describeValue(before[key]), describeValue(after[key])];
    return was === is ? [] : [`${spaced(key)}: ${was} → ${is}`];
  });
}

function describeValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(describeValue).join(', ');
  if (isRecord(value)) {
    return Object.entries(value)
      .map(([key, inner]) => `${spaced(key)} ${describeValue(inner)}`)
      .join(', ');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

// "passwordLink" and "password_link" are both read as "password link".
function spaced(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/gu, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
    .replace(/[_-]+/gu, ' ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
