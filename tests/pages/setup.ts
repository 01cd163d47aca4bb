import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { HARD_CONTENT, hardConfig } from './hard-content.ts';
import { type Built, makeProject } from './project.ts';

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
  }
}

/** Builds the sites under test once for all files, side by side. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const [example, hard, copy] = await Promise.all([
    makeProject('example'),
    makeProject('empty'),
    mkdtemp(join(tmpdir(), 'quotidian-pages-')),
  ]);
  const remove = async () => {
    await Promise.all([example.remove(), hard.remove(), rm(copy, { recursive: true, force: true })]);
  };
  try {
    await hard.write('astro.config.mjs', hardConfig());
    for (const [path, text] of Object.entries(HARD_CONTENT)) await hard.write(path, text);
    const [builtExample, builtHard] = await Promise.all([example.build(), hard.build()]);
    mustBeBuilt(builtExample);
    mustBeBuilt(builtHard);
    await cp(example.dist, copy, { recursive: true });
    provide('example', copy);
    provide('exampleProject', example.root);
    provide('hard', hard.dist);
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
