import { cpus, tmpdir } from 'node:os';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { builtPages } from '../pages/built-page.ts';
import { makeProject, type Project } from '../pages/project.ts';
import { type Served, serve } from '../pages/serve.ts';
import { openBrowser } from '../site/browser.ts';
import { tableOf } from './measure.ts';
import { discourse } from './pages/discourse.ts';
import { hyperkitty } from './pages/hyperkitty.ts';
import { audit, CATEGORIES } from './pages/lighthouse.ts';
import { mhonarc } from './pages/mhonarc.ts';
import type { Peer, PeerServer } from './pages/peer.ts';
import { publicInbox } from './pages/public-inbox.ts';
import { type ThreadMail, threadMail } from './pages/thread-mail.ts';
import { wayToLastPost, weigh } from './pages/weigh.ts';

const SIZES = [200, 1000] as const;
const PEERS = [mhonarc, publicInbox, hyperkitty, discourse];
const ROOT = resolve(import.meta.dirname, '../..');

// `npm run bench:pages` measures both, `npm run bench:pages weight` one; `lighthouse /threads/` audits that page only.
const [asked, ...paths] = process.argv.slice(2);
const mails = await Promise.all(SIZES.map((posts) => threadMail(posts, posts)));
const project = await siteOf(mails);
const served = await serve(project.dist, '', 'host');
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
  if (asked !== 'weight') console.log(`${await scores(served)}\n`);
  if (asked !== 'lighthouse') console.log(await weights(served));
} finally {
  served.close();
  await project.remove();
}

/** The example and the threads to weigh. Threads may be indexed: Lighthouse takes `noindex` for a fault. */
async function siteOf(threads: readonly ThreadMail[]): Promise<Project> {
  const site = await makeProject('example');
  const settings = readFileSync(join(ROOT, 'content/site.yaml'), 'utf8');
  await site.write('content/site.yaml', `${settings}\nindexThreads: true\n`);
  for (const { thread } of threads)
    await site.write(`content/threads/${thread.id}.json`, JSON.stringify(thread));
  const { code, output } = await site.build();
  if (code !== 0) throw new Error(`The build ended with ${code}:\n${output}`);
  return site;
}

async function scores({ origin }: Served): Promise<string> {
  const digest = builtPages(project.dist).findLast(({ path }) => path.startsWith('/digests/'))?.path ?? '';
  const threads = ['quiet-weir', mails[0]?.thread.id].map((id) => `/threads/${id}/`);
  const all = ['/', digest, ...threads, '/search/', '/archive/'];
  const audited = await audit(origin, paths.length > 0 ? paths : all);
  return tableOf([
    ['page', 'device', ...CATEGORIES, 'LCP', 'CLS', 'TBT', 'machine', 'slowed', 'wanting'],
    ...audited.map(({ path, device, scores, paint, shift, blocking, speed, slowdown, wanting }) => [
      path,
      device,
      ...scores.map(String),
      `${(paint / 1000).toFixed(1)} s`,
      shift.toFixed(3),
      `${Math.round(blocking)} ms`,
      String(Math.round(speed)),
      `${slowdown.toFixed(1)} ×`,
      wanting.join(', '),
    ]),
  ]);
}

async function weights(ours: Served): Promise<string> {
  const browser = await openBrowser();
  const rows: string[][] = [];
  try {
    for (const mail of mails) {
      const own: Peer = {
        name: 'Quotidian',
        address: `${ours.origin}/threads/${mail.thread.id}/`,
        onward: `a[href$="#${mail.last.id}"]`,
        close: () => {},
      };
      rows.push(await row(browser, own, mail));
      for (const servePeer of PEERS) rows.push(await besides(browser, servePeer, mail));
    }
  } finally {
    await browser.close();
  }
  const head = [
    'posts',
    'thread page',
    'requests',
    'compressed',
    'of it script',
    'elements',
    'last post, script off',
  ];
  return tableOf([head, ...rows]);
}

async function besides(browser: Browser, servePeer: PeerServer, mail: ThreadMail): Promise<string[]> {
  process.stderr.write(`weighing ${servePeer.name}, ${mail.posts} posts …\n`);
  const folder = mkdtempSync(join(tmpdir(), 'quotidian-peer-'));
  const peer = await servePeer(mail, folder);
  try {
    return peer ? await row(browser, peer, mail) : [String(mail.posts), `${servePeer.name}: not installed`];
  } finally {
    peer?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function row(browser: Browser, peer: Peer, { posts, last }: ThreadMail): Promise<string[]> {
  const { requests, bytes, scriptBytes, elements, whole } = await weigh(browser, peer.address);
  const { pages, seconds } = await wayToLastPost(browser, peer, last.words);
  const way = pages === null ? 'not reached' : `page ${pages}, ${seconds.toFixed(1)} s`;
  const kilobytes = (count: number) => `${(count / 1000).toFixed(1)} kB`;
  return [
    String(posts),
    peer.name,
    whole ? String(requests) : `${requests} and more`,
    kilobytes(bytes),
    kilobytes(scriptBytes),
    String(elements),
    way,
  ];
}
