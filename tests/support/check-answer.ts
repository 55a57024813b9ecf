import { Ajv2020 } from 'ajv/dist/2020';
import formats from 'ajv-formats';
import { buildOpenApi, listOperations } from '@/lib/api/build-openapi';
import { matchPath } from '@/lib/api/match-path';

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats(ajv);
ajv.addSchema(JSON.parse(JSON.stringify(buildOpenApi())) as object, 'api');

const ENTRIES = listOperations().map(([id, { method, path }]) => ({ id, method, path }));

/** The operations and statuses that were seen, such as "getLead 200". */
const seenAnswers = new Set<string>();

const escape = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where the document describes an answer: of a problem that is not of one operation, the problem's own schema. */
function findPointer(method: string, path: string, status: number): string {
  const [pathname = ''] = path.split('?');
  const entry = matchPath(ENTRIES, pathname).find((one) => one.entry.method === method)?.entry;
  if (!entry)
    return `api#/components/responses/Problem${status === 405 ? 404 : status}/content/application~1problem+json/schema`;
  seenAnswers.add(`${entry.id} ${status}`);
  const place = `api#/paths/${escape(entry.path)}/${method.toLowerCase()}/responses/${status}`;
  const told = ajv.getSchema(place) !== undefined;
  if (!told) throw new Error(`${entry.id} answered ${status}, of which the document says nothing.`);
  return status < 300
    ? `${place}/content/application~1json/schema`
    : `api#/components/responses/Problem${status}/content/application~1problem+json/schema`;
}

/**
 * Holds an answer against the OpenAPI document.
 *
 * @throws Error when the document says otherwise, or nothing.
 */
export function checkAnswer(
  method: string,
  path: string,
  { status, headers, body }: { status: number; headers: Headers; body: unknown },
): void {
  if (method === 'OPTIONS' || method === 'HEAD') return;
  const pointer = findPointer(method, path, status);
  if (status === 204) return;
  const type = headers.get('content-type')?.split(';')[0];
  const wanted = status < 300 ? 'application/json' : 'application/problem+json';
  if (type !== wanted)
    throw new Error(`${method} ${path} answered ${status} as ${String(type)}, not as ${wanted}.`);
  const validate = ajv.getSchema(pointer);
  if (!validate) throw new Error(`The document has no schema at ${pointer}.`);
  if (!validate(body)) {
    throw new Error(
      `${method} ${path} answered ${status} otherwise than documented: ${ajv.errorsText(validate.errors)}`,
    );
  }
}

/** What operations of some tags are documented to answer, problems that all may have apart, and were not seen to. */
export function listUnseen(tags: readonly string[]): string[] {
  const documented = listOperations()
    .filter(([, { tag }]) => tags.includes(tag))
    .flatMap(([id, { statuses, problems }]) => [...statuses, ...problems].map((status) => `${id} ${status}`));
  // A first rubric is there before anyone can ask: in a running house this does not come up.
  return documented.filter((answer) => !seenAnswers.has(answer) && answer !== 'getRubric 404');
}
