import { existsSync, readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileOfOverlay, parseOverlay, threadIds } from '../site/content-files.ts';
import { FORGOTTEN_FILE, readForgotten } from '../site/forgotten/forgotten-file.ts';
import { PEOPLE_FILE, parsePeople, readPeopleText } from '../site/people-file.ts';
import type { Overlay } from '../thread/overlay.ts';
import { disguiseOf } from '../thread/pseudonym.ts';
import { REDACTED } from '../thread/redact.ts';
import type { Thread, ThreadId } from '../thread/schema.ts';
import { command, usageError } from './command.ts';
import { counted } from './counted.ts';
import { editedOverlay, withoutPerson } from './forgetting/edit-content.ts';
import { findTarget, type Target } from './forgetting/find-target.ts';
import { type Plan, planForgetting } from './forgetting/plan.ts';
import { stillThere } from './forgetting/still-there.ts';
import { oneLine, shortened } from './printable.ts';
import { type StagedFile, stageFile } from './staged-file.ts';
import type { Terminal } from './terminal.ts';
import { parseThread, threadPath, threadText } from './thread-files.ts';

export const forgetCommand = command({
  name: 'forget',
  summary: 'Take a post, or all that a person said, out of the project for good',
  usage: '<person or post>',
  options: {
    pseudonym: {
      type: 'string',
      value: 'NAME',
      help: 'Keep the person’s words, under this name; without it gaps are left',
    },
    'dry-run': { type: 'boolean', help: 'Say what would be done, and write nothing' },
  },
  notes: () =>
    [
      'A post is named by <thread>#<post> or by its address; a person by handle, name, id, or key of content/people.yaml.',
      'The words go from content/threads/, with what others quote of them, and from overlays. Digests are yours: what',
      'they still hold is listed with file and line, and ends the command with 1. What was forgotten is known again by',
      `salted hashes in ${FORGOTTEN_FILE}: imports leave it out, and a build that holds it fails.`,
    ].join('\n'),
  examples: [
    ['npx quotidian forget ferry#114982', 'Leaves a gap where the post was'],
    ['npx quotidian forget @ines@quay.example', 'Leaves gaps where this person’s posts were'],
    ['npx quotidian forget "Ines Kovar" --pseudonym Quill', 'Keeps the words, and calls the person Quill'],
  ],
  async run(values, words, terminal) {
    const [named] = words;
    if (named === undefined || words.length > 1) throw usageError('Name one person or one post.', 'forget');
    const { pseudonym } = values;
    if (pseudonym !== undefined && !pseudonym.trim()) throw usageError('--pseudonym wants a name.', 'forget');
    const project = readProject();
    const target = findTarget(named, project.threads, project.people);
    if (target.kind === 'post' && pseudonym !== undefined)
      throw usageError('A pseudonym is for a person, and this is a post.', 'forget');
    const plan = planForgetting(target, project.threads, project.overlays, {
      known: project.people,
      former: readForgotten('.') ?? {
        format: 1,
        salt: randomBytes(16).toString('hex'),
        posts: [],
        people: {},
        words: {},
      },
      ...(pseudonym === undefined ? {} : { pseudonym: pseudonym.trim() }),
    });
    const disguise = disguiseFor(plan, target);
    const texts = newTexts(plan, target, project, disguise.text);
    const left = stillThere('.', texts, plan.said, disguise);
    if (!values['dry-run']) await writeAll(texts, plan);
    report(plan, texts, left, values['dry-run'] ?? false, terminal);
    return left.length > 0 ? 1 : 0;
  },
});

function readProject() {
  const threads = threadIds('.').map((id) =>
    parseThread(readFileSync(threadPath(id), 'utf8'), threadPath(id)),
  );
  const overlayTexts = new Map<ThreadId, string>();
  const overlays = new Map<ThreadId, Overlay>();
  for (const { id } of threads) {
    const file = fileOfOverlay(id);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8');
    overlayTexts.set(id, text);
    overlays.set(id, text === '' ? {} : parseOverlay(text, file));
  }
  const peopleText = readPeopleText('.');
  return { threads, overlays, overlayTexts, peopleText, people: parsePeople(peopleText) };
}

function disguiseFor({ entry }: Plan, target: Target) {
  if (!entry || target.kind === 'post') return { text: (text: string) => text, doubtful: () => undefined };
  const people = target.places.map(({ id, person }) => [id, person] as const);
  const hosts: string[] = [];
  return disguiseOf({ entry, pseudonym: entry.pseudonym ?? REDACTED, people, addresses: [], hosts });
}

/** Every file that is written, by its path from the project's folder. */
function newTexts(
  plan: Plan,
  target: Target,
  { threads, overlays, overlayTexts, peopleText }: ReturnType<typeof readProject>,
  disguised: (text: string) => string,
): ReadonlyMap<string, string> {
  const texts = new Map(plan.threads.map(({ after }) => [threadPath(after.id), threadText(after)]));
  const removed = new Map(
    plan.threads.map((one) => [one.after.id, new Set(one.removed.map(({ id }) => id))]),
  );
  for (const { id } of threads) {
    const overlay = overlays.get(id);
    const edited =
      overlay &&
      editedOverlay(overlayTexts.get(id) ?? '', overlay, removed.get(id) ?? new Set(), {
        said: plan.said,
        disguised,
      });
    if (edited !== null && edited !== undefined) texts.set(fileOfOverlay(id), edited);
  }
  if (target.kind === 'person' && target.key !== undefined)
    texts.set(PEOPLE_FILE, withoutPerson(peopleText, target.key));
  texts.set(FORGOTTEN_FILE, `${JSON.stringify(plan.forgotten, null, 1)}\n`);
  return texts;
}

/** All files are whole on disk before the first takes its place; pictures go last. */
async function writeAll(texts: ReadonlyMap<string, string>, plan: Plan): Promise<void> {
  const staged: StagedFile[] = [];
  try {
    for (const [path, text] of texts) staged.push(await stageFile(path, text));
    for (const file of staged) await file.commit();
  } catch (error) {
    for (const file of staged) await file.discard();
    throw error;
  }
  for (const path of pictures(plan)) await rm(path, { force: true });
}

/** Saved pictures that no post shows any more. */
function pictures({ threads }: Plan): readonly string[] {
  return threads.flatMap(({ before, after }) => {
    const kept = new Set(savedIn(after));
    return [...new Set(savedIn(before))]
      .filter((file) => !kept.has(file))
      .map((file) => join('content/threads', after.id, file));
  });
}

function savedIn({ posts }: Thread): readonly string[] {
  return posts.flatMap(({ attachments = [] }) => attachments.flatMap(({ saved }) => saved?.file ?? []));
}

function report(
  plan: Plan,
  texts: ReadonlyMap<string, string>,
  left: ReturnType<typeof stillThere>,
  isDry: boolean,
  terminal: Terminal,
): void {
  for (const { after, removed, quoting } of plan.threads) {
    const done = [
      ...(removed.length > 0
        ? [`${counted(removed.length, 'post')} ${removed.length === 1 ? 'is a gap' : 'are gaps'}`]
        : []),
      ...(quoting.length > 0 ? [`quotes redacted in ${quoting.join(', ')}`] : []),
    ];
    terminal.say(`${threadPath(after.id)}: ${done.join('; ') || 'names replaced'}`);
  }
  for (const path of texts.keys()) if (!path.endsWith('.json')) terminal.say(`${path}: edited`);
  for (const path of pictures(plan)) terminal.say(`${path}: ${isDry ? 'to be removed' : 'removed'}`);
  if (left.length > 0) terminal.result('\nStill there, for you to mend:');
  for (const { file, line, words } of left)
    terminal.result(`  ${file}:${line}  “${shortened(oneLine(words), SHOWN)}”`);
  if (isDry) terminal.say('\nNothing was written.');
  else
    terminal.say(
      [
        '',
        'Build the site anew and publish it: the build fails if anything of this is left in it.',
        'Old commits still hold the words. To take them out of history too, see “git filter-repo” and docs/privacy.md.',
      ].join('\n'),
    );
}

const SHOWN = 60;
