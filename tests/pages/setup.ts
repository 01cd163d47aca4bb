import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { HARD_CONTENT, hardConfig } from './hard-content.ts';
import { PICTURE_FILES } from './pictures-thread.ts';
import { type Built, makeProject } from './project.ts';
import { SINK_SITE } from './sink-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The example site as it was first built. */
    example: string;
    /** The project that it was built in, for those who want to build it again. */
    exampleProject: string;
    /** A site below `/notes` that holds hostile and very long threads. */
    hard: string;
    /** What its build printed. */
    hardOutput: string;
    /** A site with `/kitchen-sink/`. */
    sink: string;
  }
}

/** Builds the sites under test once for all files, side by side. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [example, hard, sink, copy] = await Promise.all([
    makeProject('example'),
    makeProject('empty'),
    makeProject('empty'),
    mkdtemp(join(tmpdir(), 'quotidian-pages-')),
  ]);
  const remove = async () => {
    await Promise.all([example, hard, sink].map((project) => project.remove()));
    await rm(copy, { recursive: true, force: true });
  };
  try {
    await hard.write('astro.config.mjs', hardConfig());
    for (const [path, text] of Object.entries(HARD_CONTENT)) await hard.write(path, text);
    for (const [path, content] of Object.entries(PICTURE_FILES)) await hard.write(path, content);
    for (const [path, text] of Object.entries(SINK_SITE)) await sink.write(path, text);
    const [builtExample, builtHard] = await Promise.all([example.build(), hard.build()]);
    mustBeBuilt(await sink.build());
    mustBeBuilt(builtExample);
    mustBeBuilt(builtHard);
    await cp(example.dist, copy, { recursive: true });
    provide('example', copy);
    provide('exampleProject', example.root);
    provide('hard', hard.dist);
    provide('sink', sink.dist);
    provide('hardOutput', builtHard.output);
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

function mustBeBuilt({ code, output }: Built): void {
  if (code !== 0) throw new Error(`The build of the site under test ended with ${code}:\n${output}`);
}
