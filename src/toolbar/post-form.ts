import { element } from '../browser/copy/html.ts';
import type { DeskThread, OverlayEdit } from '../desk/requests.ts';
import type { ChosenQuote } from './chosen-quote.ts';
import { button, field, option } from './controls.ts';
import { texts } from './texts.ts';

/** What an editor may decide about a post of this page. */
export interface PostForm {
  readonly element: HTMLElement;
  show(thread: DeskThread | undefined): void;
  /** Takes the post, and the words for the case that they are to be redacted. */
  choose(chosen: Pick<ChosenQuote, 'on' | 'text'>): void;
}

export function postForm(decide: (edit: OverlayEdit) => void): PostForm {
  const posts = field('select', texts.post.which);
  const kinds = field('select', texts.post.do);
  const words = field('textarea', '', { rows: '3' });
  const caption = document.createTextNode('');
  words.label.prepend(caption);
  for (const [value, text] of Object.entries(texts.post.kinds)) kinds.control.append(option(value, text));
  let thread: DeskThread | undefined;
  let chosen = '';
  let filled = { place: '', text: '' };
  const adapt = (): void => {
    const kind = kinds.control.value;
    const text = (texts.post.fields as Readonly<Record<string, string>>)[kind];
    const post = thread?.posts.find(({ id }) => id === posts.control.value);
    words.label.hidden = text === undefined;
    caption.data = text ?? '';
    const now = { note: post?.note, warning: post?.warning, redact: chosen }[kind] ?? '';
    const place = `${kind} ${posts.control.value}`;
    // What an editor has begun to write stays while the panel learns more.
    if (place === filled.place && words.control.value !== filled.text) return;
    filled = { place, text: now };
    words.control.value = now;
  };
  posts.control.addEventListener('change', adapt);
  kinds.control.addEventListener('change', adapt);
  const write = button(texts.post.write, () =>
    decide(editOf(kinds.control.value, posts.control.value, words.control.value)),
  );
  const section = element(
    'section',
    { 'aria-label': texts.post.heading },
    element('h3', {}, texts.post.heading),
    posts.label,
    kinds.label,
    words.label,
    write,
  );
  adapt();
  return {
    element: section,
    show: (shown) => {
      thread = shown;
      const here = (shown?.posts ?? []).filter(({ id }) =>
        document.getElementById(id)?.matches('article.post'),
      );
      const before = posts.control.value;
      posts.control.replaceChildren(
        ...here.map(({ id, name }) => option(id, `${name ?? texts.post.unknown}, ${id}`)),
      );
      if (here.some(({ id }) => id === before)) posts.control.value = before;
      adapt();
    },
    choose: ({ on, text }) => {
      chosen = text;
      if (thread?.posts.some(({ id }) => id === on)) posts.control.value = on;
      adapt();
    },
  };
}

function editOf(kind: string, post: string, text: string): OverlayEdit {
  const words = text.trim();
  switch (kind) {
    case 'omit':
    case 'omit-alone':
      return { kind: 'omit', post, replies: kind === 'omit' };
    case 'note':
      return { kind, post, note: words };
    case 'redact':
      return { kind, post, words };
    case 'author':
      return { kind, post, author: words || null };
    case 'parent':
      return { kind, post, parent: words.replace(/^#/, '') || null };
    default:
      return { kind: 'warning', post, warning: words };
  }
}
