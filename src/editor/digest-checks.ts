import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { checkDigest } from '../cli/checking/check-digest.ts';
import { destinationsOf, type LinkedDigest } from '../cli/checking/destinations.ts';
import { ignoredFile, sameAddress } from '../cli/checking/digest-names.ts';
import type { ContentFinding } from '../cli/checking/finding.ts';
import { findingsInDigest } from '../cli/checking/findings-in-digest.ts';
import { orFinding } from '../cli/or-finding.ts';
import { threadIds } from '../site/content-files.ts';
import { digestSlug, parseDigestFile } from '../site/digest-files.ts';
import { readSettings, SETTINGS_FILE } from '../site/read-settings.ts';
import { type Settings, settingsSchema } from '../site/settings.ts';
import type { PostId, ThreadId } from '../thread/schema.ts';
import { openElsewhere } from './elsewhere.ts';
import { keptByStamp, stampOf } from './kept-by-stamp.ts';
import { openKeptThreads } from './kept-threads.ts';

/** A project whose digests are checked again and again, while somebody writes one of them. */
export interface DigestChecks {
  /** What `quotidian check` would find in the digest if its file, named from the project's folder, held the text. */
  findings(file: string, text: string): readonly ContentFinding[];
  /** Where a post stands on the web. */
  addressOf(thread: ThreadId, post: PostId): string | undefined;
}

const DIGESTS = 'content/digests';
const MOST_DIGESTS = 20_000;

/** Opens the project in the folder `root`. Everything but the text is read from there, and again when its file changes. */
export function openDigestChecks(root: string): DigestChecks {
  const settings = keptByStamp<Settings>(1);
  const linked = keptByStamp<LinkedDigest>(MOST_DIGESTS);
  const threads = openKeptThreads(root);
  const elsewhere = openElsewhere(root, threads);
  const isSound = (id: ThreadId) => orFinding(() => threads.edited(id), []) !== undefined;
  const hasPost = (ids: ReadonlySet<ThreadId>) => (id: ThreadId, post: PostId | undefined) =>
    ids.has(id) &&
    isSound(id) &&
    (post === undefined || threads.edited(id).thread.posts.some((one) => one.id === post));
  return {
    findings(file, text) {
      const name = file.slice(DIGESTS.length + 1);
      if (name.includes('/')) return [ignoredFile(file)];
      const policy = settings.of(SETTINGS_FILE, stampOf(join(root, SETTINGS_FILE)), () => settingsOf(root));
      const digest = { slug: digestSlug(name), file, text };
      const ids = threadIds(root);
      const named = new Set(orFinding(() => parseDigestFile(digest).data.threads, []) ?? []);
      const known = new Set(ids.filter((id) => !named.has(id) || isSound(id)));
      const others = digestNames(root).filter((one) => one !== name);
      const checked = checkDigest(digest, known, threads, policy);
      const orphans = policy.quotes.unsourced === 'ignore' ? [] : checked.orphans;
      const digests = checked.links.length === 0 ? [] : others.map((one) => linkedDigest(root, one, linked));
      return [
        ...sameAddress(
          [...others, name].toSorted().map((one) => ({ slug: digestSlug(one), file: `${DIGESTS}/${one}` })),
        ).filter((finding) => finding.file === file),
        ...findingsInDigest(
          file,
          checked,
          elsewhere(orphans, checked.threads, ids),
          destinationsOf(root, [...digests, { ...digest, data: dataOf(digest) }], hasPost(known), policy),
          policy,
        ),
      ];
    },
    addressOf: (thread, post) =>
      isSound(thread) ? threads.edited(thread).thread.posts.find(({ id }) => id === post)?.url : undefined,
  };
}

/** What is wrong with the settings is told of their own file. */
function settingsOf(root: string): Settings {
  return orFinding(() => readSettings(root), []) ?? settingsSchema.parse({ title: 'Untitled' });
}

function digestNames(root: string): readonly string[] {
  const folder = join(root, DIGESTS);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
}

function linkedDigest(root: string, name: string, kept: ReturnType<typeof keptByStamp<LinkedDigest>>) {
  const path = join(root, DIGESTS, name);
  return kept.of(name, stampOf(path), () => {
    const file = {
      slug: digestSlug(basename(name)),
      file: `${DIGESTS}/${name}`,
      text: readFileSync(path, 'utf8'),
    };
    return { slug: file.slug, data: dataOf(file) };
  });
}

function dataOf(file: Parameters<typeof parseDigestFile>[0]): LinkedDigest['data'] {
  return orFinding(() => parseDigestFile(file).data, []);
}
