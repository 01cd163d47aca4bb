import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENVIRONMENT, install, pack, ROOT, type Ran, run, runWell } from './packed.ts';
import { publicSurface } from './public-surface.ts';
import { samplesIn } from './samples.ts';

let folder: string;
/** An empty folder into which the package was installed, and then a site without content written. */
let bare: string;
/** The example site, with packages of its own. */
let example: string;
let written: { readonly bare: Ran; readonly example: Ran };
let built: { readonly bare: Ran; readonly example: Ran };

beforeAll(async () => {
  const packed = await pack();
  folder = packed.folder;
  bare = join(folder, 'weir-notes');
  example = join(folder, 'sites/example');
  mkdirSync(bare);
  await install(bare, packed.tarball);
  written = {
    example: await run(bare, 'npx', 'quotidian', 'init', '--example', '../sites/example'),
    bare: await run(bare, 'npx', 'quotidian', 'init', '.'),
  };
  await install(bare);
  await install(example);
  built = {
    bare: await run(bare, 'npm', 'run', 'build'),
    example: await run(example, 'npm', 'run', 'build'),
  };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const installed = (path = '') => join(example, 'node_modules/quotidian', path);
const packedFiles = () =>
  readdirSync(installed(), { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));

test('init writes a site of either kind and says the commands that follow', () => {
  expect(written.bare.all).toContain('npm install && npm run build');
  expect(written.example.all).toContain('cd ../sites/example');
  expect([written.bare.code, written.example.code]).toEqual([0, 0]);
});

test('a site without content is built', () => {
  expect(built.bare.code, built.bare.all).toBe(0);
  expect(readFileSync(join(bare, 'dist/index.html'), 'utf8')).toContain('weir-notes');
});

test('the example is built as it is in the repository: quotes traced, scripts, styles, fonts, search, cards', () => {
  expect(built.example.code, built.example.all).toBe(0);
  const dist = (path: string) => join(example, 'dist', path);
  const digest = readFileSync(dist('digests/2026-10-27-the-night-the-weir-went-quiet/index.html'), 'utf8');
  expect(digest).toContain('data-fidelity="verbatim" data-source="quiet-weir#117460666175657211"');
  expect(readFileSync(dist('threads/quiet-weir/index.html'), 'utf8')).toMatch(/<script[^>]+src="\/_astro\//);
  const endings = readdirSync(dist('_astro'), { recursive: true, encoding: 'utf8' }).map((name) =>
    name.replace(/^.*\./, ''),
  );
  expect(endings).toEqual(expect.arrayContaining(['css', 'js', 'woff2']));
  for (const path of ['feed.xml', 'card.png', 'pagefind/shards.json', 'sitemap-index.xml'])
    expect(existsSync(dist(path)), path).toBe(true);
});

test('the development server shows the site', async () => {
  const port = await freePort();
  const server = spawn('npm', ['run', 'dev', '--', '--port', String(port)], {
    cwd: example,
    env: ENVIRONMENT,
    detached: true,
    stdio: 'ignore',
  });
  try {
    const page = await textAt(`http://localhost:${port}/digests/2026-11-03-a-bird-leaves/`);
    expect(page).toContain('data-fidelity="verbatim"');
  } finally {
    // Its group: npm, a shell and Astro.
    if (server.pid !== undefined) process.kill(-server.pid);
  }
});

test('every command runs as JavaScript: threads are checked, imported again, looked at and exported', async () => {
  const check = await run(example, 'npx', 'quotidian', 'check');
  expect(check.code, check.all).toBe(0);
  expect(check.out).toContain('verbatim');
  const letters = join(ROOT, 'examples/nineteen-readings.mbox');
  for (const words of [
    ['import', letters, '--id', 'nineteen-readings', '--dry-run'],
    ['inspect', letters],
    ['export', 'quiet-weir', '--to', 'csv'],
  ]) {
    const { code, all } = await run(example, 'npx', 'quotidian', ...words);
    expect(code, all).toBe(0);
    expect(all.length, words[0]).toBeGreaterThan(40);
  }
});

test('a Node that is too old is told so before anything else', () => {
  // Node 20 knows no `enableCompileCache`: what it reads first may import nothing that does.
  const first = readFileSync(installed('bin/quotidian.js'), 'utf8');
  const imports = [...first.matchAll(/^import .*from '(.*)';$/gm)].map(([, name]) => name);
  expect(imports).toEqual(['node:fs']);
});

test('the public surface is what it was', async () => {
  const surface = await publicSurface(installed(), packedFiles());
  const file = join(import.meta.dirname, 'public-surface.txt');
  const message =
    'What the package exports or holds has changed. Whoever uses it may rely on what is gone: if the change is ' +
    'meant, run “npx vitest run --project package -u”, and say in the commit why. A new name is a promise.';
  await expect(surface, message).toMatchFileSnapshot(file);
});

test('the package holds no tests, no fixtures and no TypeScript but declarations', () => {
  const strangers = packedFiles().filter(
    (name) => /(?:^|\/)(?:tests?|fixtures|node_modules)(?:\/|$)/.test(name) || /(?<!\.d)\.ts$/.test(name),
  );
  expect(strangers).toEqual([]);
});

test('whatever the code imports is a dependency of the package, or Astro', () => {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as {
    dependencies: object;
    peerDependencies: object;
  };
  const given = new Set(Object.keys({ ...dependencies, ...peerDependencies }));
  const imports = packedFiles()
    .filter((name) => /^lib\/.*\.(?:js|astro|d\.ts)$/.test(name))
    .flatMap((name) => packagesIn(name).map((wanted) => ({ name, wanted })));
  expect(imports.length).toBeGreaterThan(100);
  expect(imports.filter(({ wanted }) => !given.has(wanted) && !given.has(`@types/${wanted}`))).toEqual([]);
});

test('the declarations tell a site’s own TypeScript what the names are', async () => {
  writeFileSync(join(example, 'uses.ts'), USES);
  const typescript = join(ROOT, 'node_modules/typescript/bin/tsc');
  const options = '--noEmit --strict --skipLibCheck --target esnext --module nodenext --types node';
  const ran = await run(example, process.execPath, typescript, ...options.split(' '), 'uses.ts');
  expect(ran.all).toBe('');
});

/** An error that is expected and does not come is an error: so the types are known, and not `any`. */
const USES = `
import type { AstroIntegration } from 'astro';
import { quotidian } from 'quotidian';
import { threadLoader } from 'quotidian/loaders';
import { quoteGraph, readThread, type Fidelity } from 'quotidian/quotes';
import type { Thread } from 'quotidian/thread';

export const integration: AstroIntegration = quotidian({ kitchenSink: true });
export const loads: (...given: never[]) => Promise<void> = threadLoader().load;
export function fidelities(thread: Thread): readonly Fidelity[] {
  return quoteGraph(readThread(thread)).quotes.map(({ fidelity }) => fidelity);
}
// @ts-expect-error: no such fidelity
export const wrong: Fidelity = 'invented';
// @ts-expect-error: a thread has no such key
export const none = (thread: Thread) => thread.nothing;
// @ts-expect-error: no such option
quotidian({ nothing: true });
`;

test.each(['thread', 'quotes'])(
  'quotidian/%s loads by itself, and nothing of Astro with it',
  async (entry) => {
    const script = `
    import { registerHooks } from 'node:module';
    const loaded = [];
    registerHooks({ resolve: (name, context, next) => {
      const found = next(name, context);
      loaded.push(found.url);
      return found;
    } });
    await import('quotidian/${entry}');
    console.log(JSON.stringify(loaded));
  `;
    const { out } = await runWell(example, process.execPath, '--input-type=module', '-e', script);
    const loaded = JSON.parse(out) as readonly string[];
    expect(loaded.length).toBeGreaterThan(5);
    const own = /\/quotidian\/lib\/(?:thread|bodies|quotes)\//;
    const foreign = loaded.filter(
      (url) =>
        /\/node_modules\/(?:astro|@astrojs|vite)\//.test(url) ||
        (url.includes('/quotidian/lib/') && !own.test(url)),
    );
    expect(foreign).toEqual([]);
  },
);

test.each(['quotidian', 'quotidian/loaders', 'quotidian/remark'])('%s loads in Node', async (entry) => {
  const script = `console.log(Object.values(await import('${entry}')).length > 0)`;
  const { out } = await runWell(example, process.execPath, '--input-type=module', '-e', script);
  expect(out).toBe('true\n');
});

const samples = samplesIn('docs/package.md');
const spoken = samples.filter(({ language }) => language === 'js');

test.each(spoken)(
  'docs/package.md: what is said of “$heading” is what is printed',
  async ({ text, heading }) => {
    const file = join(example, 'sample.mjs');
    writeFileSync(file, text);
    const { out } = await runWell(example, process.execPath, file);
    const said = samples.find((one) => one.language === 'text' && one.heading === heading);
    expect(out).toBe(said?.text);
  },
);

test('the loaders fill collections of a site without the integration', async () => {
  const site = join(example, 'plain-site');
  mkdirSync(join(site, 'src/pages'), { recursive: true });
  cpSync(join(example, 'content'), join(site, 'content'), { recursive: true });
  const sample = (language: string) => samples.find((one) => one.language === language)?.text ?? '';
  writeFileSync(join(site, 'src/content.config.ts'), sample('ts'));
  writeFileSync(join(site, 'src/pages/index.astro'), sample('astro'));
  writeFileSync(join(site, 'package.json'), '{ "type": "module" }');
  await runWell(site, process.execPath, join(example, 'node_modules/astro/bin/astro.mjs'), 'build');
  const page = readFileSync(join(site, 'dist/index.html'), 'utf8');
  expect(page).toContain('<li>The weir that went quiet</li>');
  expect(page).toContain('<li id="2026-11-03-a-bird-leaves">');
});

test('threads are prepared by workers in the package too', async () => {
  const script = `
    import { prepareInWorkers } from ${JSON.stringify(pathToFileURL(installed('lib/site/thread-workers.js')).href)};
    import { prepareSite } from ${JSON.stringify(pathToFileURL(installed('lib/site/prepare.js')).href)};
    import { readSettings } from ${JSON.stringify(pathToFileURL(installed('lib/site/read-settings.js')).href)};
    const root = process.cwd() + '/';
    const options = { root, cache: root + '.cache/workers/', version: '1', base: '/', settings: readSettings(root) };
    await prepareSite(options);
    const links = { sources: {}, quotedBy: [], digests: [] };
    const jobs = ['quiet-weir', 'nineteen-readings'].map((id) => ({ id, links, bytes: 1 }));
    console.log((await prepareInWorkers(jobs, options, 2)).length);
  `;
  const { out } = await runWell(example, process.execPath, '--input-type=module', '-e', script);
  expect(out).toBe('2\n');
});

test('a site that has other versions of our packages is built with ours', async () => {
  const other = join(folder, 'diff');
  mkdirSync(other);
  const manifest = { name: 'diff', version: '0.0.1', type: 'module', exports: './index.js' };
  writeFileSync(join(other, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(other, 'index.js'), 'export const nothing = true;');
  await install(example, other);
  expect(existsSync(installed('node_modules/diff'))).toBe(true);
  const { code, all } = await run(example, 'npm', 'run', 'build');
  expect(code, all).toBe(0);
});

/** `from 'zod'`, `import.meta.resolve('@fontsource/x/files/y.woff2')` → the packages' names; of components without types. */
function packagesIn(file: string): readonly string[] {
  const text = readFileSync(installed(file), 'utf8');
  const code = file.endsWith('.astro') ? text.replaceAll(/^import type .*$/gm, '') : text;
  const resolved = [...code.matchAll(/\bimport\.meta\s*\.resolve\('([^']+)'\)/g)].map(
    ([, name = '']) => name,
  );
  const imported = ts.preProcessFile(code).importedFiles;
  return [...resolved, ...imported.map(({ fileName }) => fileName)]
    .filter((name) => !/^(?:\.|(?:node|virtual|astro):)/.test(name))
    .map((name) =>
      name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/'),
    );
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail);
    server.listen(0, () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Asks until there is an answer; the test's own time bounds it. */
async function textAt(address: string): Promise<string> {
  for (;;) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return answer.text();
    await setTimeout(500);
  }
}
