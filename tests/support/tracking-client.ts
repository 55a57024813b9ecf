import { Agent, request } from 'node:http';

/** An answer of the server under test. */
export interface Answer {
  status: number;
  retryAfter: string | undefined;
  body: string;
}

/** Posts to the tracking API over connections that are kept open, as official clients of servers do. */
export class TrackingClient {
  private readonly agent: Agent;
  private readonly authorization: string;

  constructor(
    private readonly address: string,
    writeKey: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
    this.authorization = `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`;
  }

  /** Posts a body, JSON as text, to a call such as "batch". */
  post(call: string, body: string): Promise<Answer> {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: this.authorization,
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.address}/v1/${call}`,
        { method: 'POST', agent: this.agent, headers },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              retryAfter: response.headers['retry-after'],
              body: Buffer.concat(pieces).toString('utf8'),
            }),
          );
        },
      );
      sent.once('error', (fault: NodeJS.ErrnoException) => {
        // The server closed a connection that had been idle just as it was used again: nothing was taken yet.
        const again = sent.reusedSocket && fault.code === 'ECONNRESET';
        if (again) this.post(call, body).then(resolve, reject);
        else reject(fault);
      });
      sent.end(body);
    });
  }

  /** Closes the connections. */
  close(): void {
    this.agent.destroy();
  }
}

/** Runs work for every item, so many at once. */
export async function runLanes<T>(
  items: Iterable<T>,
  lanes: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const lane = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
