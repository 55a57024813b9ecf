import { expect, test } from 'vitest';
import { validate, version } from 'uuid';
import { newId } from './new-id';

test('many ids are all different, valid, and in the order in which they were made', () => {
  const ids = Array.from({ length: 20_000 }, newId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
});
