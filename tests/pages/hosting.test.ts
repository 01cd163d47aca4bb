import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { HEADER_POLICY } from '../../src/site/publishing/content-security.ts';
import { builtFiles } from './built-page.ts';

const dist = inject('example');
const documented = (name: string) =>
  readFileSync(resolve(import.meta.dirname, '../../docs/publishing', name), 'utf8');
const style = builtFiles(dist).find((name) => /^_astro\/.*\.css$/.test(name)) ?? '';
const digest = builtFiles(dist).find((name) => /^digests\/.*\.md$/.test(name)) ?? '';
const page = `/${digest.replace(/\.md$/, '/')}`;
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

/** The documented examples, for a folder and a port of the test's own. */
const HOSTS = [
  {
    host: 'nginx',
    program: '/usr/sbin/nginx',
    needs: [BROTLI_MODULE],
    configuration: (port: number, folder: string) => `load_module ${BROTLI_MODULE};
daemon off;
user root;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder};
  uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  ${documented('nginx.conf').replace('listen 80;', `listen 127.0.0.1:${port};`).replace('/srv/quotidian', dist)}
}`,
    options: (file: string, folder: string) => ['-c', file, '-p', folder],
  },
  {
    host: 'Caddy',
    program: '/usr/bin/caddy',
    needs: [],
    configuration: (port: number) =>
      `{\n\tadmin off\n\tauto_https off\n}\n${documented('Caddyfile')
        .replace(/^quotidian\.example \{/m, `http://127.0.0.1:${port} {`)
        .replace('/srv/quotidian', dist)}`,
    options: (file: string) => ['run', '--config', file, '--adapter', 'caddyfile'],
  },
] as const;

describe.each(HOSTS)('$host', ({ program, needs, configuration, options }) => {
  const installed = [program, ...needs].every((path) => existsSync(path));
  let port = 0;
  let host: ChildProcess | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-hosting-'));

  beforeAll(async () => {
    if (!installed) return;
    port = await freePort();
    const file = join(folder, 'configuration');
    writeFileSync(file, configuration(port, folder));
    host = spawn(program, options(file, folder), {
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    });
    await answering(port, host);
  });
  afterAll(() => {
    host?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test.skipIf(!installed)(
    'sends the policy and the other headers with pages, files and what is not there',
    async () => {
      for (const path of [page, `/${style}`, '/nothing/here/']) {
        const { headers } = await asked(port, path);
        expect(headers['content-security-policy'], path).toBe(HEADER_POLICY);
        expect(headers['x-content-type-options'], path).toBe('nosniff');
        expect(headers['referrer-policy'], path).toBe('no-referrer');
        expect(headers['permissions-policy'], path).toContain('camera=()');
        expect(headers['strict-transport-security'], path).toBeUndefined();
      }
    },
  );

  test.skipIf(!installed)('lets what is named by its content be kept, and asks about the rest', async () => {
    expect((await asked(port, `/${style}`)).headers['cache-control']).toContain('immutable');
    expect((await asked(port, page)).headers['cache-control']).toBe('no-cache');
    expect((await asked(port, '/feed.xml')).headers['cache-control']).toBe('no-cache');
  });

  test.skipIf(!installed)('sends what was compressed beforehand, and the same text', async () => {
    const plain = await asked(port, page);
    expect(plain.headers['content-encoding']).toBeUndefined();
    const brotli = await asked(port, page, 'br');
    expect(brotli.headers['content-encoding']).toBe('br');
    expect(brotli.body.equals(readFileSync(join(dist, `${page}index.html.br`)))).toBe(true);
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    const gzip = await asked(port, page, 'gzip');
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect(gzip.headers['content-type']).toMatch(/^text\/html/);
  });

  test.skipIf(!installed)('names every type, texts with their encoding', async () => {
    const types: Record<string, RegExp> = {
      [page]: /^text\/html; ?charset=utf-8$/i,
      [`/${digest}`]: /^text\/markdown; ?charset=utf-8$/i,
      [`/${digest.replace(/md$/, 'txt')}`]: /^text\/plain; ?charset=utf-8$/i,
      [`/${style}`]: /^text\/css/,
      '/feed.xml': /^(?:text|application)\/xml/,
      '/feed.json': /^application\/json/,
      '/favicon.svg': /^image\/svg\+xml/,
      [`${page}card.png`]: /^image\/png$/,
    };
    for (const [path, type] of Object.entries(types))
      expect((await asked(port, path)).headers['content-type'], path).toMatch(type);
  });

  test.skipIf(!installed)(
    'sends addresses on to their slash, and the page for what is not there',
    async () => {
      const slashless = await asked(port, page.slice(0, -1));
      expect([301, 302, 307, 308]).toContain(slashless.status);
      expect(String(slashless.headers.location)).toMatch(new RegExp(`${page}$`));
      const missing = await asked(port, '/nothing/here/');
      expect(missing.status).toBe(404);
      expect(missing.body.equals(readFileSync(join(dist, '404.html')))).toBe(true);
      expect((await asked(port, '/_headers')).status).toBe(404);
    },
  );
});

test('the file for Netlify and Cloudflare says the same and names no header twice for an address', () => {
  const rules = readFileSync(join(dist, '_headers'), 'utf8').trim().split('\n\n');
  const parsed = rules.map((rule) => {
    const [path = '', ...lines] = rule.split('\n');
    const names = lines
      .filter((line) => !line.startsWith('  #'))
      .map((line) => line.trim().split(':')[0] ?? '');
    return { path, names, lines };
  });
  expect(parsed[0]?.lines.join('\n')).toContain(`Content-Security-Policy: ${HEADER_POLICY}`);
  const matches = (path: string, address: string) =>
    new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`).test(address);
  for (const file of ['', ...builtFiles(dist)]) {
    const names = parsed.filter(({ path }) => matches(path, `/${file}`)).flatMap((rule) => rule.names);
    expect(new Set(names).size, file).toBe(names.length);
    if (!file.startsWith('_headers')) expect(names.length, file).toBeGreaterThan(1);
  }
});

test('texts of 1 KB or more stand compressed beside themselves where that is smaller, and nothing else does', () => {
  const files = builtFiles(dist);
  const texts = files.filter((name) => /\.(?:html|css|js|json|xml|txt|md|svg)$/.test(name));
  for (const name of texts) {
    const text = readFileSync(join(dist, name));
    expect(files.includes(`${name}.br`), name).toBe(text.length >= 1024);
    if (text.length < 1024) continue;
    expect(brotliDecompressSync(readFileSync(join(dist, `${name}.br`))).equals(text), name).toBe(true);
    expect(gunzipSync(readFileSync(join(dist, `${name}.gz`))).equals(text), name).toBe(true);
  }
  const compressed = files.filter((name) => name.endsWith('.br'));
  expect(compressed.filter((name) => !texts.includes(name.slice(0, -3)))).toEqual([]);
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

/** Without what `fetch` does to encodings and redirections by itself. */
function asked(port: number, path: string, encoding = 'identity'): Promise<Answer> {
  return new Promise((done, fail) => {
    const options = { host: '127.0.0.1', port, path, headers: { 'accept-encoding': encoding } };
    request(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .on('error', fail)
      .end();
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

async function answering(port: number, host: ChildProcess): Promise<void> {
  let said = '';
  host.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  for (let tries = 0; tries < 100; tries += 1) {
    if (host.exitCode !== null) throw new Error(`The host ended:\n${said}`);
    const answered = await asked(port, '/').catch(() => null);
    if (answered) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`The host does not answer:\n${said}`);
}
