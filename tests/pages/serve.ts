import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { headersFor, readHeadersFile } from './headers-file.ts';

export interface Served {
  /** `http://localhost:40123` */
  readonly origin: string;
  close(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** Text; fonts and pictures are compressed as they are. */
const COMPRESSED = /^text\/|json$|javascript$|xml$/;
const brotli = promisify(brotliCompress);

/**
 * Serves a built site below its base path: as a plain web server would, or as a host does that compresses, or
 * finds compressed, and sends the headers of the site's own `_headers`.
 */
export async function serve(dist: string, base = '', like: 'server' | 'host' = 'server'): Promise<Served> {
  const rules = like === 'host' ? await readHeadersFile(dist) : [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.startsWith(`${base}/`) ? await fileAt(join(dist, path.slice(base.length))) : undefined;
    const shown = file ?? join(dist, '404.html');
    const type = TYPES[extname(shown)] ?? 'application/octet-stream';
    const compressed = like === 'host' && COMPRESSED.test(type);
    const content = await readFile(shown).catch(() => Buffer.from('There is nothing here.'));
    response.writeHead(file ? 200 : 404, {
      'content-type': type,
      ...(compressed ? { 'content-encoding': 'br', vary: 'accept-encoding' } : {}),
      ...headersFor(rules, path),
    });
    response.end(compressed ? await readFile(`${shown}.br`).catch(() => brotli(content)) : content);
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  return {
    origin: `http://localhost:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function fileAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found) return undefined;
  return found.isDirectory() ? fileAt(join(path, 'index.html')) : path;
}
