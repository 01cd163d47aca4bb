import type { IncomingMessage } from 'node:http';
import type { ViteDevServer } from 'vite';
import { ANSWER, ASK, type DeskAnswer, type DeskRequest, numberedRequest } from './requests.ts';

/**
 * Answers requests that come over the development server's own channel, and only from its own pages: files are
 * written here, and a page of another site must not reach them though it runs in the same browser.
 */
export function listen(server: ViteDevServer, answer: (request: DeskRequest) => DeskAnswer): void {
  const own = new WeakSet<object>();
  server.ws.on('connection', (socket, request) => {
    if (isOwnPage(request)) own.add(socket);
  });
  server.ws.on(ASK, (data: unknown, client) => {
    if (!own.has(client.socket)) return;
    const asked = numberedRequest.safeParse(data);
    const number = asked.success ? asked.data.number : numberIn(data);
    if (number === undefined) return;
    const said: DeskAnswer = asked.success
      ? answer(asked.data.request)
      : { kind: 'refused', message: 'The server does not understand this.' };
    client.send(ANSWER, { number, answer: said });
  });
}

/** Browsers say truly from which page they call. */
export function isOwnPage({ headers: { origin, host } }: Pick<IncomingMessage, 'headers'>): boolean {
  return origin !== undefined && host !== undefined && URL.canParse(origin) && new URL(origin).host === host;
}

function numberIn(data: unknown): number | undefined {
  const number = typeof data === 'object' && data !== null && 'number' in data ? data.number : undefined;
  return typeof number === 'number' ? number : undefined;
}
