import { describe, expect, it } from 'vitest';
import { decodeJson, readBytes, readJson } from './read-body';

const ADDRESS = 'https://leadgrid.example/api';

function send(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request(ADDRESS, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

function breakOff(): Request {
  return send(
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"name":')),
      pull: (controller) => controller.error(new Error('aborted')),
    }),
  );
}

describe('a request’s body', () => {
  it('is read whole, in whatever pieces it comes', async () => {
    const pieces = ['{"name":', '"Ada ', 'Lovelace"}'].map((piece) => new TextEncoder().encode(piece));
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    expect(await readJson(send(body))).toEqual({ name: 'Ada Lovelace' });
  });

  it('that the sender breaks off is the sender’s fault, not ours', async () => {
    await expect(readJson(breakOff())).rejects.toMatchObject({ name: 'AppError', status: 400 });
  });

  it('is refused once it is larger than may be, said beforehand or not', async () => {
    await expect(readBytes(send('x'.repeat(1025)), 1024)).rejects.toMatchObject({ status: 413 });
    await expect(readBytes(send('x', { 'content-length': '1025' }), 1024)).rejects.toMatchObject({
      status: 413,
    });
    expect((await readBytes(send('x'.repeat(1024)), 1024)).byteLength).toBe(1024);
  });

  it('that is empty, no JSON or no UTF-8 is refused with what is wrong', () => {
    expect(() => decodeJson(Buffer.alloc(0))).toThrow('The body is empty; send JSON.');
    expect(() => decodeJson(Buffer.from('{"name":'))).toThrow(/^The body is no JSON: /);
    expect(() => decodeJson(Buffer.from([0x22, 0xff, 0x22]))).toThrow('The body is no JSON: it is not UTF-8');
  });
});
