import { AppError } from './errors';

/** What a screen of ours sends is far smaller. */
const SCREEN_BYTES = 8 * 1024 * 1024;

/**
 * The pieces of a request's body as they come in. Left early, the rest is not waited for.
 *
 * @throws AppError `invalid` when the sender breaks off before all of it has come.
 */
export async function* streamBody(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader();
  if (!reader) return;
  try {
    for (let next = await read(reader); !next.done; next = await read(reader)) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** A browser that leaves the page, or a program that is stopped, ends its request: no fault of ours. */
async function read(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch {
    throw new AppError('invalid', 'The request ended before all of its body had come.');
  }
}

/**
 * The bytes of a request's body.
 *
 * @param most how many bytes it may have
 * @throws AppError `too_large` when there are more; `invalid` when the sender breaks off.
 */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  const refuse = () => {
    throw new AppError('too_large', `The body takes ${most / 1024} KB at most.`);
  };
  if (Number(request.headers.get('content-length') ?? 0) > most) refuse();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of streamBody(request)) {
    size += piece.byteLength;
    if (size > most) refuse();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/**
 * What a body of JSON says.
 *
 * @throws AppError `invalid` when it is empty, or no JSON in UTF-8.
 */
export function decodeJson(bytes: Buffer): unknown {
  if (bytes.length === 0) throw new AppError('invalid', 'The body is empty; send JSON.');
  try {
    const json: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return json;
  } catch (error) {
    const why = error instanceof SyntaxError ? error.message : 'it is not UTF-8';
    throw new AppError('invalid', `The body is no JSON: ${why}`);
  }
}

/**
 * What a screen of ours sent as JSON.
 *
 * @throws AppError as `readBytes` and `decodeJson`.
 */
export async function readJson(request: Request): Promise<unknown> {
  return decodeJson(await readBytes(request, SCREEN_BYTES));
}
