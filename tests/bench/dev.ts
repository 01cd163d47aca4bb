import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { DEV_PATIENCE, startServer } from '../pages/dev-server.ts';
import { openBrowser } from '../site/browser.ts';
import { FAST, POSTS, writeProject } from './build.ts';
import { generateThread } from './generate.ts';
import type { Measurement } from './measure.ts';

const THREADS = 1000;
const DIGESTS = 40;
const RUNS = 7;

/** What an editor changes, and a page that shows it. `marked` puts the mark into the text of the file. */
interface Change {
  readonly what: string;
  readonly file: string;
  readonly page: string;
  marked(text: string, mark: string): string;
}

const CHANGES: readonly Change[] = [
  {
    what: 'a digest',
    file: 'content/digests/digest-7.md',
    page: '/digests/digest-7/',
    marked: (text, mark) => `${text}\n${mark}\n`,
  },
  {
    what: 'a thread',
    file: 'content/threads/generated-7.json',
    page: '/threads/generated-7/',
    marked: (text, mark) => text.replace(/"plain": "(?:mark-\d+-here )?/, `"plain": "${mark} `),
  },
  {
    what: 'an overlay',
    file: 'content/threads/generated-8.yaml',
    page: '/threads/generated-8/',
    marked: (_, mark) => `posts:\n  m0:\n    note: ${mark}\n`,
  },
  {
    what: 'people.yaml',
    file: 'content/people.yaml',
    page: '/threads/generated-10/',
    marked: (_, mark) => `voice:\n  handles: { mail: tollkeeper@quay.example }\n  name: ${mark}\n`,
  },
  {
    what: 'site.yaml',
    file: 'content/site.yaml',
    page: '/threads/generated-9/',
    marked: (text, mark) => text.replace(/title: .*/, `title: Bench ${mark}`),
  },
];

/** From the writing of a file to its words in an open page, while the development server runs. */
export async function measureDev(): Promise<Measurement[]> {
  const project = await mkdtemp(join(FAST, 'quotidian-bench-'));
  let server: ChildProcess | undefined;
  const browser = await openBrowser();
  try {
    await writeProject(project, THREADS);
    await writeDigests(project);
    await nameTollkeeper(project);
    const started = await startServer(project);
    server = started.server;
    const page = await browser.newPage();
    const seen = await watchMarks(page);
    const measured: Measurement[] = [];
    for (const change of CHANGES) {
      const times = await timesOf(change, project, page, started.origin, seen);
      measured.push({
        what: `${change.what} changes while an editor works`,
        amount: `${THREADS} threads × ${POSTS} posts, ${DIGESTS} digests`,
        result: inWords(times),
      });
    }
    return measured;
  } finally {
    await browser.close();
    server?.kill();
    await rm(project, { recursive: true, force: true });
  }
}

async function writeDigests(project: string): Promise<void> {
  for (let number = 1; number <= DIGESTS; number += 1) {
    const [first] = generateThread(number, POSTS).posts;
    const plain = first && 'plain' in first.body ? first.body.plain : '';
    const quote = (plain.split('\n\n')[0] ?? '').replace(/^/gm, '> ');
    const day = String((number % 28) + 1).padStart(2, '0');
    const frontmatter = `title: Digest ${number}\ndate: 2026-03-${day}\nthreads: [generated-${number}, generated-${number + 1}]`;
    await writeFile(
      join(project, `content/digests/digest-${number}.md`),
      `---\n${frontmatter}\n---\n\nIt began on the quay.\n\n${quote}\n`,
    );
  }
}

/** Somebody who speaks in one thread only, as most people do. */
async function nameTollkeeper(project: string): Promise<void> {
  const path = join(project, 'content/threads/generated-10.json');
  const thread = JSON.parse(await readFile(path, 'utf8')) as ReturnType<typeof generateThread>;
  const author = thread.posts[0]?.author ?? '';
  const people = { ...thread.people, [author]: { handle: 'tollkeeper@quay.example' } };
  await writeFile(path, `${JSON.stringify({ ...thread, people }, null, 2)}\n`);
}

type Seen = (mark: string) => Promise<number>;

/** When a mark first stood in a page. */
async function watchMarks(page: Page): Promise<Seen> {
  const waiting = new Map<string, (time: number) => void>();
  await page.exposeFunction('reportMark', (mark: string) => waiting.get(mark)?.(performance.now()));
  await page.addInitScript(() => {
    const reported = new Set<string>();
    const look = () => {
      for (const mark of document.documentElement?.textContent?.match(/mark-\d+-here/g) ?? []) {
        if (reported.has(mark)) continue;
        reported.add(mark);
        (window as unknown as { reportMark(mark: string): void }).reportMark(mark);
      }
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return (mark) => new Promise((done) => waiting.set(mark, done));
}

let marks = 0;

async function timesOf(change: Change, project: string, page: Page, origin: string, seen: Seen) {
  const path = join(project, change.file);
  await page.goto(origin + change.page, { waitUntil: 'load', timeout: DEV_PATIENCE });
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run += 1) {
    await page.waitForTimeout(1500);
    marks += 1;
    const mark = `mark-${marks}-here`;
    const text = await readFile(path, 'utf8').catch(() => '');
    const shown = seen(mark);
    const start = performance.now();
    await writeFile(path, change.marked(text, mark));
    times.push((await shown) - start);
  }
  // The first loads modules that an editor's server has loaded since long.
  return times.slice(1);
}

function inWords(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  return `${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)} ms)`;
}
