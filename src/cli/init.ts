import { lstatSync, statSync } from 'node:fs';
import { basename, join, parse, relative, resolve, sep } from 'node:path';
import { QuotidianError } from '../thread/error.ts';
import { command, usageError } from './command.ts';
import { counted } from './counted.ts';
import { siteDependencies } from './new-site/site-dependencies.ts';
import { siteFiles } from './new-site/site-files.ts';
import { MANIFEST, siteManifest } from './new-site/site-manifest.ts';
import { type StagedFile, stageFile } from './staged-file.ts';

export const initCommand = command({
  name: 'init',
  summary: 'Write a new site into a folder, empty or with the example',
  usage: '[folder]',
  options: {
    empty: { type: 'boolean', help: 'A site without content, as where nothing is said' },
    example: { type: 'boolean', help: 'A site with three threads and three digests, to look around in' },
    package: {
      type: 'string',
      value: 'SPEC',
      help: 'What the site depends on: a file that “npm pack” wrote, or a range of versions; as installed here where nothing is said',
    },
  },
  notes: () =>
    [
      'Nothing that is there is overwritten: where a file is in the way, nothing is written at all.',
      'A package.json without scripts, such as “npm install” leaves behind, gets what it lacks and keeps the rest.',
    ].join('\n'),
  examples: [
    ['npx quotidian init weir-notes', 'Writes a site into weir-notes/'],
    ['npx quotidian init --example .', 'Writes the example site into this folder'],
  ],
  async run(values, words, terminal) {
    const [folder = '.', second] = words;
    if (second !== undefined)
      throw usageError(`“init” writes one site, and was given “${second}” too.`, 'init');
    if (values.empty && values.example) throw usageError('Say --empty or --example, not both.', 'init');
    const root = resolve(folder);
    refuseTaken([...folderAndThoseAbove(root)].filter(isNoFolder), folder);

    const manifest = siteManifest(root, siteDependencies(root, values.package));
    const files = siteFiles(values.example ? 'example' : 'empty', basename(root));
    const taken = [...files.keys()].flatMap((path) => inTheWay(root, path) ?? []);
    refuseTaken([...(manifest === null ? [MANIFEST] : []), ...new Set(taken)], folder);

    const written = new Map([[MANIFEST, manifest ?? ''], ...files]);
    await writeAll(written, root);
    terminal.say(nextSteps(written.size, relative('.', root)));
    return 0;
  },
});

function* folderAndThoseAbove(path: string): Generator<string> {
  for (let folder = path; folder !== parse(folder).root; folder = join(folder, '..')) yield folder;
}

function isNoFolder(path: string): boolean {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return false;
  return !statSync(path, { throwIfNoEntry: false })?.isDirectory();
}

/** What stands where a file or one of its folders shall be: `content` where that is a file. */
function inTheWay(root: string, path: string): string | undefined {
  const folders = path
    .split('/')
    .slice(0, -1)
    .map((_, count, names) => names.slice(0, count + 1).join('/'));
  const taken = folders.find((folder) => isNoFolder(join(root, folder)));
  if (taken !== undefined) return taken;
  return lstatSync(join(root, path), { throwIfNoEntry: false }) && path;
}

function refuseTaken(paths: readonly string[], folder: string): void {
  if (paths.length === 0) return;
  throw new QuotidianError(`A new site in “${folder}” finds in its way: ${paths.join(', ')}.`, {
    code: 'in-the-way',
    hint: 'Nothing was written. Name another folder, or move these away.',
  });
}

/** All or none. */
async function writeAll(files: ReadonlyMap<string, string | Uint8Array>, root: string): Promise<void> {
  const staged: StagedFile[] = [];
  try {
    for (const [path, content] of files) staged.push(await stageFile(join(root, path), content));
  } catch (cause) {
    for (const file of staged) await file.discard();
    throw new QuotidianError(`No site can be written to “${root}”: ${String(cause)}.`, {
      code: 'unwritable',
    });
  }
  for (const file of staged) await file.commit();
}

/** What a shell takes as one word: `sites/weir-notes`. */
const SIMPLE = /^[\w./-]+$/;

function nextSteps(files: number, folder: string): string {
  return [
    `${counted(files, 'file')} written${folder ? ` to ${folder}${sep}` : ''}. Now:`,
    '',
    ...(folder ? [`  cd ${SIMPLE.test(folder) ? folder : `"${folder}"`}`] : []),
    '  npm install && npm run build',
    '  npm run dev',
    '',
    'The first builds the site into dist/, the second shows it while you write: http://localhost:4321.',
  ].join('\n');
}
