import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PrepareOptions } from '../../src/site/prepare-options.ts';
import { prepareSite } from '../../src/site/prepare.ts';
import { readSettings } from '../../src/site/read-settings.ts';
import { buildSearch } from '../../src/site/search/build-search.ts';

/** What making an index took; memory in megabytes, the most that each process held. */
export interface Indexed {
  readonly seconds: number;
  /** Of Node and Pagefind together: what other work on the machine does not lengthen. */
  readonly processorSeconds: number;
  readonly shards: number;
  readonly made: number;
  readonly node: number;
  readonly pagefind: number;
}

/** In milliseconds. */
const OFTEN = 50;
/** The unit of time in Linux’s `/proc/<id>/stat`. */
const TICKS_A_SECOND = 100;

const [root = '', step] = process.argv.slice(2);
const options: PrepareOptions = {
  root,
  cache: join(root, 'node_modules/.astro'),
  version: 'bench',
  base: '/',
  settings: readSettings(root),
};

console.log(JSON.stringify(step === 'prepare' ? await prepare() : await index()));

async function prepare(): Promise<object> {
  await prepareSite(options);
  return {};
}

async function index(): Promise<Indexed> {
  let [pagefind, ticks] = [0, 0];
  const watch = setInterval(() => {
    for (const child of children()) {
      pagefind = Math.max(pagefind, child.megabytes);
      ticks = Math.max(ticks, child.ticks);
    }
  }, OFTEN);
  const start = performance.now();
  const { shards, made } = await buildSearch(options, join(root, 'dist'));
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return {
    seconds,
    processorSeconds: (userCPUTime + systemCPUTime) / 1e6 + ticks / TICKS_A_SECOND,
    shards,
    made: made.length,
    node: maxRSS / 1024,
    pagefind,
  };
}

/** This process's children, where the system has `/proc`. */
function children(): readonly { readonly megabytes: number; readonly ticks: number }[] {
  const ids = existsSync('/proc') ? readdirSync('/proc').filter((name) => /^\d+$/.test(name)) : [];
  return ids.flatMap((id) => {
    const [, parent, user, system] =
      /\) \S (\d+)(?: \S+){9} (\d+) (\d+)/.exec(textOf(`/proc/${id}/stat`)) ?? [];
    if (Number(parent) !== process.pid) return [];
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(textOf(`/proc/${id}/status`))?.[1];
    return [{ megabytes: Number(kilobytes ?? 0) / 1024, ticks: Number(user) + Number(system) }];
  });
}

/** Empty where the process has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
