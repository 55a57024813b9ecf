import { z } from 'zod';
import { SCOPES } from '@/lib/api-keys/constants';
import { API_ROOT, BATCH_ITEMS } from './constants';
import type { AnyContract, SuccessStatus } from './contract';
import { INTRODUCTION } from './introduction';
import { asObject, isList, type Json, type JsonObject } from './json';
import { OPERATIONS, type OperationId } from './operations';
import { problem } from './schemas/answers';

const TEXTS: Record<SuccessStatus, string> = { 200: 'Done', 201: 'Made', 204: 'Done; nothing to say' };

const PROBLEMS: Record<number, string> = {
  400: 'Not readable, or a parameter does not fit',
  401: 'No key, or none in use',
  403: 'The key lacks the scope',
  404: 'Not found',
  409: 'Conflict with the present state, or the same Idempotency-Key is under way',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'The body does not fit, or the Idempotency-Key was used for another request',
  429: 'Too many requests; Retry-After says when to go on',
  500: 'Something went wrong on our side; nothing was half done',
};

/** The schemas that were given an id, as they come up. */
type Components = Map<string, Json>;

const jsonSchema: z.ZodType<Json> = z.json();

/** A zod schema as JSON Schema 2020-12, what has an id of its own put among the components. */
function toSchema(schema: z.ZodType, io: 'input' | 'output', components: Components): Json {
  // As a part of something, a schema with an id becomes a reference.
  const made = jsonSchema.parse(
    JSON.parse(JSON.stringify(z.toJSONSchema(z.strictObject({ schema }), { io }))),
  );
  const { $defs, properties } = asObject(relink(made));
  for (const [name, definition] of Object.entries(asObject($defs ?? {}))) {
    const own = Object.entries(asObject(definition ?? {})).filter(([key]) => key !== 'id');
    components.set(name, Object.fromEntries(own));
  }
  return asObject(properties ?? {}).schema ?? {};
}

/** References to definitions beside the schema become references to components. */
function relink(json: Json): Json {
  if (isList(json)) return json.map(relink);
  if (typeof json !== 'object' || json === null) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => {
      const isReference = key === '$ref' && typeof value === 'string';
      if (isReference) return [key, value.replace('#/$defs/', '#/components/schemas/')];
      return [key, value === undefined ? undefined : relink(value)];
    }),
  );
}

function toParameters(contract: AnyContract, components: Components): Json[] {
  const read = (schema: z.ZodType, place: 'path' | 'query'): Json[] => {
    const { properties, required } = asObject(toSchema(schema, 'input', components));
    const needed = isList(required) ? required : [];
    return Object.entries(asObject(properties ?? {})).map(([name, property]) => {
      const { description, ...schemaOfOne } = asObject(property ?? {});
      return {
        name,
        in: place,
        required: place === 'path' || needed.includes(name),
        ...(description === undefined ? {} : { description }),
        schema: schemaOfOne,
      };
    });
  };
  const repeatable: Json[] =
    contract.method === 'GET' ? [] : [{ $ref: '#/components/parameters/IdempotencyKey' }];
  return [...read(contract.params, 'path'), ...read(contract.query, 'query'), ...repeatable];
}

function toRequestBody(contract: AnyContract, components: Components): JsonObject {
  if (contract.method !== 'POST' && contract.method !== 'PATCH') return {};
  const items = z.strictObject({ items: z.array(contract.body).min(1).max(BATCH_ITEMS) });
  const schema = toSchema(contract.batch ? items : contract.body, 'input', components);
  const example = jsonSchema.safeParse(contract.example.body).data;
  const content = { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
  return { requestBody: { required: true, content } };
}

const HEADERS = {
  'RateLimit-Limit': { $ref: '#/components/headers/RateLimit-Limit' },
  'RateLimit-Remaining': { $ref: '#/components/headers/RateLimit-Remaining' },
  'RateLimit-Reset': { $ref: '#/components/headers/RateLimit-Reset' },
};

function listProblems({ method, problems, scope }: AnyContract): number[] {
  const writes = method !== 'GET';
  const withBody = method === 'POST' || method === 'PATCH';
  const all = [
    400,
    401,
    ...(scope === null ? [] : [403]),
    ...problems,
    ...(writes ? [409, 422] : []),
    ...(withBody ? [413, 415] : []),
    429,
    500,
  ];
  return [...new Set(all)].sort((a, b) => a - b);
}

function toResponses(contract: AnyContract, components: Components): JsonObject {
  const example = jsonSchema.safeParse(contract.example.answer).data;
  const schema = toSchema(contract.answer, 'output', components);
  const content = { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
  const done = contract.statuses.map((status): [string, Json] => [
    String(status),
    { description: TEXTS[status], headers: HEADERS, ...(status === 204 ? {} : { content }) },
  ]);
  const problems = listProblems(contract).map((status): [string, Json] => [
    String(status),
    { $ref: `#/components/responses/Problem${status}` },
  ]);
  return Object.fromEntries([...done, ...problems]);
}

function toOperation(id: OperationId, contract: AnyContract, components: Components): JsonObject {
  const { summary, description, tag, scope } = contract;
  const need = scope === null ? '' : `Needs the scope \`${scope}\`.`;
  return {
    operationId: id,
    summary,
    description: [description, need].filter(Boolean).join('\n\n'),
    tags: [tag],
    ...(scope === null ? {} : { 'x-scope': scope }),
    parameters: toParameters(contract, components),
    ...toRequestBody(contract, components),
    responses: toResponses(contract, components),
  };
}

function toPaths(components: Components): JsonObject {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [id, contract] of listOperations()) {
    const path = (paths[contract.path] ??= {});
    path[contract.method.toLowerCase()] = toOperation(id, contract, components);
  }
  return paths;
}

/** Every operation with its id, in the order of the document. */
export function listOperations(): [OperationId, AnyContract][] {
  return Object.keys(OPERATIONS)
    .filter(isOperation)
    .map((id) => [id, OPERATIONS[id]]);
}

function isOperation(id: string): id is OperationId {
  return Object.hasOwn(OPERATIONS, id);
}

const COMMON = {
  securitySchemes: {
    key: {
      type: 'http',
      scheme: 'bearer',
      description: `An API key; admins make them under Settings. Scopes: ${SCOPES.map(({ scope }) => scope).join(', ')}.`,
    },
  },
  parameters: {
    IdempotencyKey: {
      name: 'Idempotency-Key',
      in: 'header',
      required: false,
      description: 'Carries the request out once: 1 to 255 printable ASCII characters, such as a UUID.',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    },
  },
  headers: {
    'RateLimit-Limit': { description: 'Requests a window', schema: { type: 'integer' } },
    'RateLimit-Remaining': { description: 'Requests left in this window', schema: { type: 'integer' } },
    'RateLimit-Reset': { description: 'Seconds until the window ends', schema: { type: 'integer' } },
  },
};

function toProblemResponses(schema: Json): JsonObject {
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [
      `Problem${status}`,
      { description, content: { 'application/problem+json': { schema } } },
    ]),
  );
}

let built: JsonObject | undefined;

/** The OpenAPI 3.1 description of the API, made of the contracts that are served. */
export function buildOpenApi(): JsonObject & { openapi: string } {
  const components: Components = new Map();
  const openapi = '3.1.0';
  built ??= {
    info: {
      title: 'Leadgrid API',
      version: '1',
      description: INTRODUCTION.map(({ title, text }) => `**${title}.** ${text}`).join('\n\n'),
    },
    servers: [{ url: API_ROOT }],
    security: [{ key: [] }],
    tags: [...new Set(listOperations().map(([, { tag }]) => tag))].map((name) => ({ name })),
    paths: toPaths(components),
    components: {
      ...COMMON,
      responses: toProblemResponses(toSchema(problem, 'output', components)),
      schemas: Object.fromEntries(components),
    },
  };
  return { openapi, ...built };
}
