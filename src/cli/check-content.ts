import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Passage } from '../quotes/quote.ts';
import { sharedPassages } from '../quotes/shared-passages.ts';
import { readThreadFiles, threadIds } from '../site/content-files.ts';
import { type DigestFile, digestFiles, ignoredDigestFiles, parseDigestFile } from '../site/digest-files.ts';
import { generatorVersion } from '../site/generator-version.ts';
import { readSettings } from '../site/read-settings.ts';
import { settingsSchema } from '../site/settings.ts';
import type { PostId, ThreadId } from '../thread/schema.ts';
import { checkIssues } from './check-issues.ts';
import { checkDigest } from './checking/check-digest.ts';
import { checkPeople } from './checking/check-people.ts';
import { type CheckedThread, checkThread } from './checking/check-thread.ts';
import { destinationsOf } from './checking/destinations.ts';
import { ignoredFile, sameAddress } from './checking/digest-names.ts';
import type { ContentFinding } from './checking/finding.ts';
import { findingsInDigest } from './checking/findings-in-digest.ts';
import { openKeptChecks } from './checking/kept-checks.ts';
import type { Represented } from './checking/representation.ts';
import { openReadings } from './checking/thread-readings.ts';
import type { TracedQuote } from './digest-quotes.ts';
import { orFinding } from './or-finding.ts';
import { type Elsewhere, standingElsewhere } from './standing-elsewhere.ts';

/** A passage that more than one digest quotes. */
export interface RepeatedPassage {
  readonly thread: ThreadId;
  readonly post: PostId;
  /** As the first of them quotes it. */
  readonly text: string;
  readonly quotes: readonly Pick<TracedQuote, 'file' | 'line'>[];
}

/** Who is heard in a digest. */
export interface DigestPeople {
  readonly file: string;
  readonly people: readonly Represented[];
}

export interface Checked {
  readonly quotes: readonly TracedQuote[];
  readonly repeated: readonly RepeatedPassage[];
  readonly people: readonly DigestPeople[];
  /** Threads that no digest names. */
  readonly unused: readonly ThreadId[];
  readonly findings: readonly ContentFinding[];
}

/**
 * Reads all content of the project in the folder `root`. What is broken becomes a finding and the rest goes on. What
 * did not change since the last time is not checked again.
 */
export function checkContent(root: string): Checked {
  const findings: ContentFinding[] = [];
  const settings =
    orFinding(() => readSettings(root), findings) ?? settingsSchema.parse({ title: 'Untitled' });
  const kept = openKeptChecks(root, [generatorVersion(), textOf(root, 'content/people.yaml')]);
  const readings = openReadings(root);
  const ids = threadIds(root);
  const hashes = new Map(ids.map((id) => [id, readThreadFiles(root, id).hash]));
  const threads = new Map(
    ids.map((id): [ThreadId, CheckedThread] => [
      id,
      kept.of('thread', [id, hashes.get(id) ?? ''], () => checkThread(id, () => readings.edited(id))),
    ]),
  );
  findings.push(...[...threads.values()].flatMap((thread) => thread.findings));
  const known = new Set(ids.filter((id) => threads.get(id)?.isSound));
  const files = digestFiles(root);
  findings.push(...ignoredDigestFiles(root).map(ignoredFile), ...sameAddress(files));
  const digests = files.map((file) => {
    const named = namedThreads(file);
    const sources = named.map((id) => `${id} ${known.has(id) ? hashes.get(id) : ''}`);
    const others = named.every((id) => known.has(id)) ? [] : [...known];
    const texts = [JSON.stringify(settings), file.file, file.text, ...sources, JSON.stringify(others)];
    return { file, checked: kept.of('digest', texts, () => checkDigest(file, known, readings, settings)) };
  });
  const peopleTexts = [settings.consent ?? '', ...files.map(({ text }) => text), ...hashes.values()];
  findings.push(...kept.of('people', peopleTexts, () => checkPeople(root, ids, files, settings)));
  findings.push(...checkIssues(root, files, known, readings, settings));
  const orphans = digests.flatMap(({ checked }) =>
    checked.orphans.map(({ text }) => ({ text, threads: checked.threads })),
  );
  const elsewhere = kept.of('elsewhere', [JSON.stringify([orphans, [...hashes]])], () =>
    standingElsewhere(orphans, [...known], root),
  );
  kept.save();
  const destinations = destinationsOf(
    root,
    files.map((file) => ({ slug: file.slug, data: orFinding(() => parseDigestFile(file).data, []) })),
    (id, post) => {
      const thread = threads.get(id);
      return thread?.isSound === true && (post === undefined || thread.posts.includes(post));
    },
    settings,
  );
  const quotes = digests.flatMap(({ checked }) => checked.quotes);
  const sourcesOf = sourcesInOrder(elsewhere);
  const used = new Set(digests.flatMap(({ checked }) => checked.threads));
  return {
    quotes,
    repeated: repeatedPassages(quotes),
    people: digests.map(({ file: { file }, checked: { people } }) => ({ file, people })),
    unused: [...known].filter((id) => !used.has(id)),
    findings: [
      ...onceEach(findings),
      ...digests.flatMap(({ file, checked }) =>
        findingsInDigest(file.file, checked, sourcesOf(checked.orphans.length), destinations, settings),
      ),
    ],
  };
}

/** What is wrong with a file that all threads need is found with each of them. */
function onceEach(findings: readonly ContentFinding[]): readonly ContentFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function textOf(root: string, path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Empty where the frontmatter cannot be read: then the text alone decides. */
function namedThreads(file: DigestFile): readonly ThreadId[] {
  return orFinding(() => parseDigestFile(file).data.threads, []) ?? [];
}

/** Hands out where orphans stand, to one digest after the other. */
function sourcesInOrder(elsewhere: Elsewhere): (count: number) => readonly (Passage | null)[] {
  let at = 0;
  return (count) => {
    at += count;
    return elsewhere.slice(at - count, at);
  };
}

function repeatedPassages(quotes: readonly TracedQuote[]): readonly RepeatedPassage[] {
  const placed = quotes.flatMap(({ source, file, line, text }) =>
    source ? [{ ...source, file, line, text }] : [],
  );
  return sharedPassages(placed).flatMap((group): RepeatedPassage[] => {
    const [first] = group;
    if (!first || group.every(({ file }) => file === first.file)) return [];
    const { thread, post, text } = first;
    return [{ thread, post, text, quotes: group.map(({ file, line }) => ({ file, line })) }];
  });
}
