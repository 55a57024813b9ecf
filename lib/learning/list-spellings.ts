/**
 * How texts are mostly written, by their lower case: values are compared without regard to case, but read by people.
 *
 * @param texts as they stand; spaces around them are left out.
 */
export function listSpellings(texts: Iterable<string>): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts) {
    const written = text.trim();
    const key = written.toLowerCase();
    const spellings = counts.get(key) ?? new Map<string, number>();
    spellings.set(written, (spellings.get(written) ?? 0) + 1);
    counts.set(key, spellings);
  }
  return new Map(
    [...counts].map(([key, spellings]) => {
      const [[most] = [key]] = [...spellings].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return [key, most];
    }),
  );
}
