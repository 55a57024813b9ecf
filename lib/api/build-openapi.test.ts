import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { buildOpenApi, listOperations } from './build-openapi';

const document = buildOpenApi();

/** A plain copy, as a client reads it. */
const plain = () => {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  return copy instanceof Object ? { ...copy } : {};
};

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(plain());
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('refers to nothing that is not in it', () => {
    const text = JSON.stringify(document);
    const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/gu)].map(([, path]) => path ?? ''));
    expect(references.size).toBeGreaterThan(15);
    for (const path of references) {
      let place: unknown = document;
      for (const key of path.split('/')) {
        place =
          place instanceof Object ? new Map<string, unknown>(Object.entries(place)).get(key) : undefined;
      }
      expect(place, path).toBeDefined();
    }
    expect(text).not.toContain('$defs');
  });

  it('gives each operation an address of its own', () => {
    const addresses = listOperations().map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('names each place of a path as a parameter', () => {
    for (const [id, { path, params }] of listOperations()) {
      const places = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      const shape = 'shape' in params && params.shape instanceof Object ? Object.keys(params.shape) : [];
      expect(shape, id).toEqual(places);
    }
  });

  it('shows examples that its own schemas accept', () => {
    for (const [id, { example, params, query, body, batch, answer, path, statuses }] of listOperations()) {
      const places = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name], index) => [
        name,
        example.params?.[index],
      ]);
      expect([id, params.safeParse(Object.fromEntries(places)).error?.issues]).toEqual([id, undefined]);
      expect([id, query.safeParse(example.query ?? {}).error?.issues]).toEqual([id, undefined]);
      if (!batch) expect([id, body.safeParse(example.body).error?.issues]).toEqual([id, undefined]);
      if (!statuses.includes(204))
        expect([id, answer.safeParse(example.answer).error?.issues]).toEqual([id, undefined]);
    }
  });
});
