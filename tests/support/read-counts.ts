import { parseArgs } from 'node:util';

/**
 * Reads whole numbers of at least 1 by name: `--leads 1000`. What is absent is as given.
 *
 * @throws Error in words when one is no such number, or has another name.
 */
export function readCounts<Name extends string>(
  args: string[],
  defaults: Readonly<Record<Name, number>>,
): Record<Name, number> {
  const counts: Record<Name, number> = { ...defaults };
  const names = (name: string): name is Name => name in defaults;
  const options = Object.fromEntries(
    Object.keys(defaults).map((name) => [name, { type: 'string' } as const]),
  );
  for (const [name, text] of Object.entries(parseArgs({ args, options }).values)) {
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1)
      throw new Error(`--${name} takes a whole number of at least 1.`);
    if (names(name)) counts[name] = count;
  }
  return counts;
}
