import type { Attachment, Thread } from '../../thread/schema.ts';

/** Where a picture of a medium can be had; of use while it is imported, and never written out. */
export interface Whereabouts {
  /** Of its file in the export, as the export’s files are called. */
  readonly path?: string | undefined;
  /** Where that is not the address to show: it expires, or that one leads to what moves, and this to a still of it. */
  readonly address?: string | undefined;
}

const known = new WeakMap<Attachment, Whereabouts>();

/** The attachment itself, with its whereabouts noted: `whereaboutsOf` this very object tells them. */
export function heldAt(attachment: Attachment, whereabouts: Whereabouts): Attachment {
  known.set(attachment, whereabouts);
  return attachment;
}

/** What an importer noted of an attachment. */
export function whereaboutsOf(attachment: Attachment): Whereabouts {
  return known.get(attachment) ?? {};
}

/** The thread `copy`, whose attachments are those of `original` in the same places, with what is noted of those. */
export function withWhereabouts(copy: Thread, original: Thread): Thread {
  for (const [n, { attachments }] of original.posts.entries())
    for (const [at, attachment] of (attachments ?? []).entries()) {
      const same = copy.posts[n]?.attachments?.[at];
      const noted = known.get(attachment);
      if (same && noted) known.set(same, noted);
    }
  return copy;
}

/**
 * A path that a file of an export names, as the export’s files are called: `photos/quay.jpg` in `chats/result.json` is
 * `chats/photos/quay.jpg`. It may lead out of the export: then no file is called so.
 */
export function pathBeside(file: string, path: string): string {
  const folder = file.split('/').slice(0, -1);
  const steps = path.replaceAll('\\', '/').split('/');
  const whole: string[] = steps[0] === '' ? [] : folder;
  for (const step of steps)
    if (step === '..') whole.pop();
    else if (step !== '' && step !== '.') whole.push(step);
  return whole.join('/');
}
