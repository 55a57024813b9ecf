import { gunzipSync } from 'node:zlib';
import { isKnownOrigin } from '@/lib/ingest/data';
import { authenticate, takeRequest } from '@/lib/ingest/mutations/take-request';
import { AppError } from '@/lib/server/errors';
import { toProblemResponse } from '@/lib/server/problem';
import { readBytes } from '@/lib/server/read-body';

interface Context {
  params: Promise<{ path: string[] }>;
}

/** What pages of an allowed origin may read of an answer. */
function allow(origin: string | null): Record<string, string> {
  return origin === null ? {} : { 'access-control-allow-origin': origin, vary: 'origin' };
}

/** The user name of basic auth, which is where servers put the write key. */
function readBasicUser(header: string | null): string | null {
  const encoded = /^basic\s+([a-z0-9+/=_-]+)\s*$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const [user = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return user === '' ? null : user;
}

/** Reads a body, up to so many bytes; unpacked where it is packed. */
async function readText(request: Request, limit: number): Promise<{ text: string; bytes: number }> {
  const bytes = await readBytes(request, limit);
  if (request.headers.get('content-encoding') !== 'gzip')
    return { text: bytes.toString('utf8'), bytes: bytes.byteLength };
  try {
    const plain = gunzipSync(bytes, { maxOutputLength: limit });
    return { text: plain.toString('utf8'), bytes: plain.byteLength };
  } catch {
    throw new AppError('invalid', `The body is not gzip of at most ${limit / 1024} KB.`);
  }
}

/** Answers a fault; the page that caused it may read it where it may send. */
async function answerFault(error: unknown, origin: string | null): Promise<Response> {
  const response = toProblemResponse(error);
  const isAllowed = origin !== null && (await isKnownOrigin(origin).catch(() => false));
  if (isAllowed) for (const [name, value] of Object.entries(allow(origin))) response.headers.set(name, value);
  return response;
}

/** The calls of the tracking API: identify, track, page, screen, group, alias, batch, and their one-letter forms. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const origin = request.headers.get('origin');
  try {
    const { path } = await params;
    const length = Number(request.headers.get('content-length') ?? Number.NaN);
    await takeRequest({
      call: path.join('/'),
      writeKey: readBasicUser(request.headers.get('authorization')),
      origin,
      contentLength: Number.isFinite(length) ? length : null,
      readBody: (limit) => readText(request, limit),
    });
    return Response.json({ success: true }, { headers: allow(origin) });
  } catch (error) {
    return answerFault(error, origin);
  }
}

/** The settings that browsers' clients ask for before they send: where to, and nothing to load besides. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const origin = request.headers.get('origin');
  try {
    const { path } = await params;
    const [projects, writeKey = '', settings] = path;
    if (path.length !== 3 || projects !== 'projects' || settings !== 'settings')
      throw new AppError('not_found', 'There is nothing here.');
    await authenticate(writeKey, origin);
    const { headers } = request;
    const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? '';
    const protocol = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() === 'https' ? 'https' : 'http';
    const sending = { apiKey: writeKey, apiHost: `${host}/v1`, protocol, unbundledIntegrations: [] };
    const body = {
      integrations: { 'Segment.io': { ...sending, addBundledMetadata: true } },
      plan: { track: { __default: { enabled: true } }, identify: {}, group: {} },
      edgeFunction: {},
      analyticsNextEnabled: true,
      middlewareSettings: {},
      enabledMiddleware: {},
      metrics: { sampleRate: 0 },
      legacyVideoPluginsEnabled: false,
      remotePlugins: [],
    };
    return Response.json(body, { headers: { ...allow(origin), 'cache-control': 'no-store' } });
  } catch (error) {
    return answerFault(error, origin);
  }
}

/** What a browser asks before a page of another origin may send. */
export async function OPTIONS(request: Request): Promise<Response> {
  const origin = request.headers.get('origin');
  if (origin === null || !(await isKnownOrigin(origin))) return new Response(null, { status: 204 });
  return new Response(null, {
    status: 204,
    headers: {
      ...allow(origin),
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '600',
    },
  });
}
