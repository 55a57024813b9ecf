import { expect, test } from 'vitest';
import { validate, version } from 'uuid';
import { newId } from './new-id';

test('many ids are all different, and valid', () => {
  const ids = Array.from({ length: 2_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
});

test('ids of later milliseconds come later', async () => {
  const first = newId();
  const from = Date.now();
  await expect.poll(() => Date.now() > from, { interval: 1 }).toBe(true);
  expect(newId() > first).toBe(true);
});
