interface Kept<T> {
  until: number;
  value: Promise<T>;
}

/**
 * A function that answers from memory what it was asked not long ago; a fault is not kept.
 *
 * @param most how many answers are kept at once.
 */
export function keepFor<T>(
  milliseconds: number,
  most: number,
  ask: (key: string) => Promise<T>,
  now: () => number = Date.now,
): (key: string) => Promise<T> {
  const kept = new Map<string, Kept<T>>();
  return (key) => {
    const found = kept.get(key);
    if (found && found.until > now()) return found.value;
    const value = ask(key);
    kept.delete(key);
    kept.set(key, { until: now() + milliseconds, value });
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    value.catch(() => kept.get(key)?.value === value && kept.delete(key));
    return value;
  };
}
