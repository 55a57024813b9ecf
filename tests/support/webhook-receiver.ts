import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** A request as a receiver got it. */
export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string;
  /** Never answers. */
  hang?: boolean;
}

/** A receiver of webhooks on loopback, that answers as it is told. */
export interface Receiver {
  url: string;
  received: Received[];
  /** What the next requests are answered, the last of them from then on. */
  answer: (...answers: Answer[]) => void;
  close: () => Promise<void>;
}

/** Starts a receiver; it answers 204 until told otherwise. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let answers: Answer[] = [{ status: 204 }];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { url = '', headers } = request;
      received.push({ path: url, headers, body: Buffer.concat(parts).toString('utf8') });
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 204 };
      if (answer.hang) return;
      response.writeHead(answer.status, answer.headers);
      response.end(answer.body);
    });
    request.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answer: (...next) => {
      answers = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Verifies a request with the official library, as a receiver would, and gives back what it holds. */
export function verify(secret: string, { headers, body }: Received): unknown {
  const texts = Object.entries(headers).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return new Webhook(secret).verify(body, Object.fromEntries(texts));
}
