import type { Element } from 'hast';
import { element } from '../markdown/hast.ts';
import type { Post } from '../thread/schema.ts';
import { type AttachmentView, attachmentViews, type PictureView } from './pictures.ts';
import type { Words } from './words/index.ts';

type Pictured = AttachmentView & { readonly picture: PictureView };

/** The pictures of a whole post in a digest, as `Attachments.astro` shows them; nothing where none is saved. */
export function postPictures(post: Post, thread: string, base: string, words: Words): readonly Element[] {
  const pictures = attachmentViews(post.attachments, thread, base).filter(hasPicture);
  if (pictures.length === 0) return [];
  const list = element(
    'ul',
    { className: ['attachments'], ariaLabel: words.post.attachments },
    ...pictures.map((pictured) => element('li', {}, ...shown(pictured, words))),
  );
  if (!post.sensitive || post.warning) return [list];
  const summary = element('summary', {}, words.post.sensitive(pictures.length));
  return [element('details', { className: ['sensitive'] }, summary, list)];
}

function hasPicture(attachment: AttachmentView): attachment is Pictured {
  return attachment.picture !== undefined;
}

function shown({ type, url, name, description, picture }: Pictured, words: Words): readonly Element[] {
  const kind = name ?? words.attachment.kind[type];
  const alt = description || words.attachment.noDescription;
  return [
    element('img', { className: ['u-photo'], ...picture, alt, loading: 'lazy', decoding: 'async' }),
    url
      ? element('a', { className: ['kind'], href: url, rel: ['noopener', 'nofollow', 'ugc'] }, kind)
      : element('span', { className: ['kind'] }, kind),
    element(
      'span',
      // Said once to those who listen: as the picture’s text.
      { className: description ? ['description'] : ['description', 'none'], dir: 'auto', ariaHidden: 'true' },
      alt,
    ),
  ];
}
