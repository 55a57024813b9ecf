/** Characters that a badge in a list has room for. */
const LONGEST = 3;

/** A tier's name for where there is room for three characters: the initials of several words, else how it begins. */
export function shortenTier(name: string): string {
  if (name.length <= LONGEST) return name;
  const words = name.split(/\s+/).filter(Boolean);
  const short = words.length > 1 ? words.map((word) => [...word][0] ?? '') : [...name];
  return short.slice(0, LONGEST).join('');
}
