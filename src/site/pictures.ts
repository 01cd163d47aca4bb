import type { Attachment, SavedPicture, Thread } from '../thread/schema.ts';
import { threadPictureAddress } from './addresses.ts';

/** A saved picture as pages show it. */
export interface PictureView {
  readonly src: string;
  /** CSS pixels, at which it is shown where there is room. */
  readonly width: number;
  readonly height: number;
}

/** An attachment as pages show it. */
export interface AttachmentView extends Omit<Attachment, 'saved'> {
  readonly picture?: PictureView;
}

/** The attachments of a post of this thread. */
export function attachmentViews(
  attachments: readonly Attachment[] | undefined,
  thread: string,
  base: string,
): readonly AttachmentView[] {
  return (attachments ?? []).map(({ saved, ...attachment }) =>
    saved ? { ...attachment, picture: pictureView(saved, thread, base) } : attachment,
  );
}

/** The files of a thread that its pages show: those of no post that was left out or is gone. */
export function shownPictures({ posts }: Thread): readonly string[] {
  const files = posts
    .filter(({ state }) => state === undefined)
    .flatMap(({ attachments = [] }) => attachments.flatMap(({ saved }) => saved?.file ?? []));
  return [...new Set(files)];
}

/** CSS pixels: a column of text wide, and no higher than a screen of a laptop. */
const WIDEST = 640;
const HIGHEST = 560;

function pictureView({ file, width, height }: SavedPicture, thread: string, base: string): PictureView {
  const scale = Math.min(1, WIDEST / width, HIGHEST / height);
  return {
    src: threadPictureAddress(base, thread, file),
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
