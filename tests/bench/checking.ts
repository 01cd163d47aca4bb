import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkContent } from '../../src/cli/check-content.ts';
import { sentencesOf } from '../../src/cli/drafting/passages.ts';
import { readThread } from '../../src/quotes/reading.ts';
import { FAST } from './build.ts';
import { generateThread } from './generate.ts';
import type { Measurement } from './measure.ts';

const DIGESTS = 1000;
const POSTS = 30;
const QUOTES = 8;

/** How long all digests take to be checked: anew, again, and after one of them changed. */
export async function measureChecking(): Promise<Measurement[]> {
  const root = mkdtempSync(join(FAST, 'quotidian-checking-'));
  try {
    mkdirSync(join(root, 'content/threads'), { recursive: true });
    mkdirSync(join(root, 'content/digests'));
    writeFileSync(join(root, 'content/site.yaml'), 'title: Bench\n');
    for (let seed = 1; seed <= DIGESTS; seed += 1) {
      const thread = generateThread(seed, POSTS);
      writeFileSync(join(root, `content/threads/${thread.id}.json`), JSON.stringify(thread));
      const quotes = readThread(thread)
        .posts.slice(0, QUOTES)
        .flatMap(({ own }) => {
          const [first] = sentencesOf(own.text.split('\n\n')[0] ?? '', 'en');
          return first ? [`> ${own.text.slice(first.start, first.end)}`] : [];
        });
      const head = `---\ntitle: Digest ${seed}\ndate: 2026-03-11\nthreads: [${thread.id}]\n---\n\n`;
      writeFileSync(join(root, `content/digests/d${seed}.md`), `${head}${quotes.join('\n\nAnd:\n\n')}\n`);
    }
    const seconds = () => {
      const [started, before] = [performance.now(), process.cpuUsage()];
      const { quotes, findings } = checkContent(root);
      const { user, system } = process.cpuUsage(before);
      const clock = ((performance.now() - started) / 1000).toFixed(1);
      const took = `${clock} s, ${((user + system) / 1e6).toFixed(1)} s of processor time`;
      return { took, found: `${quotes.length} quotes, ${findings.length} findings` };
    };
    const first = seconds();
    const again = seconds();
    const digest = join(root, 'content/digests/d1.md');
    writeFileSync(digest, `${readFileSync(digest, 'utf8')}\nOne line more.\n`);
    const changed = seconds();
    const amount = `${DIGESTS} digests, as many threads × ${POSTS} posts, ${first.found}`;
    return [
      { what: 'check', amount, result: first.took },
      { what: 'check, nothing changed', amount, result: again.took },
      { what: 'check, one digest changed', amount, result: changed.took },
    ];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
