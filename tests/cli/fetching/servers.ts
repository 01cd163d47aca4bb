import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Served {
  /** Paths asked for, in their order, with the time of each in milliseconds of the clock that was given. */
  readonly asked: {
    readonly path: string;
    readonly at: number;
    readonly headers: IncomingMessage['headers'];
    /** What was sent along; `''` with GET. */
    readonly body: string;
  }[];
  readonly origin: string;
}

/** A server on this machine, gone when the test ends. */
export async function serveHere(
  answer: (path: string, response: ServerResponse, nth: number, body: string) => void,
  now: () => number = () => 0,
): Promise<Served> {
  const asked: Served['asked'] = [];
  const server = createServer(async (request, response) => {
    const path = request.url ?? '';
    const at = now();
    const body = request.method === 'POST' ? await text(request) : '';
    asked.push({ path, at, headers: request.headers, body });
    answer(path, response, asked.filter((one) => one.path === path).length, body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export function json(response: ServerResponse, value: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

/** A clock that runs only when it is waited for. */
export function testClock(start = Date.parse('2026-03-03T08:00:00Z')): {
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly waits: number[];
} {
  let time = start;
  const waits: number[] = [];
  return {
    now: () => time,
    waits,
    wait: async (milliseconds) => {
      if (milliseconds > 0) waits.push(milliseconds);
      time += milliseconds;
    },
  };
}
