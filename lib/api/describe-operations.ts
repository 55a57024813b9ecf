import { buildOpenApi, listOperations } from './build-openapi';
import { API_ROOT } from './constants';
import type { AnyContract } from './contract';
import { asList, asObject, asText, isList, type Json, type JsonObject } from './json';

/** A parameter, or a field of a body, as the page of the API lists it. */
export interface FieldRow {
  /** With the names of what it stands in: `company.domain`. */
  name: string;
  /** Where it stands. */
  place: 'path' | 'query' | 'body';
  type: string;
  required: boolean;
  description: string | null;
}

/** An operation as the page of the API shows it. */
export interface OperationView {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  scope: string | null;
  fields: FieldRow[];
  /** A command that carries the example out. */
  curl: string;
  /** The statuses it answers with; the problems among them. */
  statuses: { status: string; description: string }[];
  /** The example's answer as JSON; null when there is none. */
  answer: string | null;
}

export interface OperationGroup {
  tag: string;
  operations: OperationView[];
}

/** Deeper than this a body's fields are left to the document. */
const DEEPEST_FIELD = 3;

/** Follows a reference within the document. */
function resolve(document: JsonObject, json: Json | undefined): JsonObject {
  const schema = asObject(json);
  const path = asText(schema.$ref)?.split('/').slice(1);
  return path
    ? asObject(path.reduce<Json | undefined>((place, key) => asObject(place)[key], document))
    : schema;
}

/** A schema's type in a word or two: "text", "a or b", "list of numbers". */
export function nameType(document: JsonObject, json: Json | undefined): string {
  const schema = resolve(document, json);
  const words = asList(schema.enum).map(String);
  if (words.length > 0) return words.join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const options = [...asList(schema.anyOf), ...asList(schema.oneOf)];
  if (options.length > 0)
    return [...new Set(options.map((option) => nameType(document, option)))].join(' or ');
  const format = asText(schema.format);
  if (format === 'uuid') return 'id';
  if (format === 'date-time') return 'instant';
  if (isList(schema.type)) return schema.type.map(String).map(nameOne).join(' or ');
  if (schema.type === 'array') return `list of ${nameType(document, schema.items)}`;
  return nameOne(asText(schema.type) ?? 'any');
}

function nameOne(type: string): string {
  const names: Partial<Record<string, string>> = {
    string: 'text',
    boolean: 'true or false',
    integer: 'whole number',
  };
  return names[type] ?? type;
}

function listFields(document: JsonObject, json: Json | undefined, prefix: string, depth: number): FieldRow[] {
  const schema = resolve(document, json);
  const items = schema.type === 'array' ? schema.items : undefined;
  if (items !== undefined) return listFields(document, items, `${prefix}[].`, depth);
  const required = asList(schema.required);
  return Object.entries(asObject(schema.properties)).flatMap(([name, property]) => {
    const own = resolve(document, property);
    const row: FieldRow = {
      name: `${prefix}${name}`,
      place: 'body',
      type: nameType(document, property),
      required: required.includes(name),
      description: asText(asObject(property).description) ?? asText(own.description),
    };
    const inner = depth > 1 ? listFields(document, property, `${row.name}.`, depth - 1) : [];
    return [row, ...inner.map((one) => ({ ...one, name: one.name.replace('.[].', '[].') }))];
  });
}

function listParameters(document: JsonObject, operation: JsonObject): FieldRow[] {
  return asList(operation.parameters).flatMap((parameter) => {
    const { name, in: place, required, description, schema } = resolve(document, parameter);
    if (place !== 'path' && place !== 'query') return [];
    return [
      {
        name: asText(name) ?? '',
        place,
        type: nameType(document, schema),
        required: required === true,
        description: asText(description),
      },
    ];
  });
}

/** A command line that sends the example of an operation. */
export function writeCurl({ method, path, example }: AnyContract, address: string): string {
  const values = (example.params ?? []).values();
  const filled = path.replace(/\{\w+\}/gu, () => encodeURIComponent(values.next().value ?? ''));
  const query = new URLSearchParams(example.query).toString();
  const url = `${address}${API_ROOT}${filled}${query ? `?${query}` : ''}`;
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${url}'`,
    `-H "Authorization: Bearer $LEADGRID_KEY"`,
  ];
  if (example.body !== undefined) {
    lines.push(`-H 'Content-Type: application/json'`);
    lines.push(`-d '${JSON.stringify(example.body, null, 2).replaceAll("'", "'\\''")}'`);
  }
  return lines.join(' \\\n  ');
}

function toView(
  document: JsonObject,
  [id, contract]: ReturnType<typeof listOperations>[number],
  address: string,
) {
  const { method, path, scope, example } = contract;
  const operation = asObject(asObject(asObject(document.paths)[path])[method.toLowerCase()]);
  const body = asObject(asObject(asObject(operation.requestBody).content)['application/json']).schema;
  const view: OperationView = {
    id,
    method,
    path: `${API_ROOT}${path}`,
    summary: contract.summary,
    description: contract.description ?? null,
    scope,
    fields: [...listParameters(document, operation), ...listFields(document, body, '', DEEPEST_FIELD)],
    curl: writeCurl(contract, address),
    statuses: Object.entries(asObject(operation.responses)).map(([status, response]) => ({
      status,
      description: asText(resolve(document, response).description) ?? '',
    })),
    answer: example.answer === undefined ? null : JSON.stringify(example.answer, null, 2),
  };
  return view;
}

/**
 * Every operation as the page of the API shows it, by tag, read off the OpenAPI document.
 *
 * @param address where this Leadgrid is served, without a slash at its end.
 */
export function describeOperations(address: string): OperationGroup[] {
  const document = buildOpenApi();
  const groups = new Map<string, OperationView[]>();
  for (const entry of listOperations()) {
    const { tag } = entry[1];
    groups.set(tag, [...(groups.get(tag) ?? []), toView(document, entry, address)]);
  }
  return [...groups].map(([tag, operations]) => ({ tag, operations }));
}
