import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      resolved: z.string().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

describe('package-lock.json', () => {
  it('records no address, and every platform’s package, also those that this platform does not install', async () => {
    const { packages } = lockSchema.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
    const names = Object.keys(packages);
    expect(names.filter((name) => packages[name]?.resolved)).toEqual([]);
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
    expect(wanted.filter((name) => !names.some((key) => key.endsWith(`node_modules/${name}`)))).toEqual([]);
  });
});
