import type { Attachment, Post, SavedPicture, Thread } from '../../thread/schema.ts';

/** The thread with each attachment as `change` makes it; `place` is its place in the post. */
export function mapAttachments(
  thread: Thread,
  change: (attachment: Attachment, post: Post, place: number) => Attachment,
): Thread {
  const posts = thread.posts.map((post) => {
    if (!post.attachments) return post;
    return {
      ...post,
      attachments: post.attachments.map((attachment, place) => change(attachment, post, place)),
    };
  });
  return { ...thread, posts };
}

/** The pictures saved of a thread, one for each attachment that has one. */
export function savedIn({ posts }: Thread): readonly SavedPicture[] {
  return posts.flatMap(({ attachments = [] }) => attachments.flatMap(({ saved }) => saved ?? []));
}

/**
 * The thread of an export with the pictures that `former`, the same thread as it was imported before, has of the same
 * attachments: those at the same address in the same post, or, without one, of the same name in the same place. Only
 * what `isThere` says is on disk. What the export itself says of saved pictures is not heeded: it holds none.
 */
export function withKeptMedia(
  thread: Thread,
  former: Thread | null,
  isThere: (file: string) => boolean,
): Thread {
  const known = new Map<string, SavedPicture>();
  if (former)
    mapAttachments(former, (attachment, post, place) => {
      const { saved } = attachment;
      if (saved && isThere(saved.file)) known.set(keyOf(attachment, post, place), saved);
      return attachment;
    });
  return mapAttachments(thread, (attachment, post, place) => {
    const saved = known.get(keyOf(attachment, post, place));
    return saved || attachment.saved ? withSaved(attachment, saved) : attachment;
  });
}

/** The thread as if no picture of it had been saved. */
export function withoutMedia(thread: Thread): Thread {
  return mapAttachments(thread, (attachment) => withSaved(attachment, undefined));
}

/** The attachment with this saved picture, or none. */
export function withSaved(attachment: Attachment, saved: SavedPicture | undefined): Attachment {
  const { saved: _, ...rest } = attachment;
  return saved ? { ...rest, saved } : rest;
}

function keyOf({ type, url, name = '' }: Attachment, { id }: Post, place: number): string {
  return JSON.stringify(url === undefined ? [id, type, place, name] : [id, type, url]);
}
