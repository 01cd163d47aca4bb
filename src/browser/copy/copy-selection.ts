import { textDirective } from '../text-fragment.ts';
import { listenForCopyKey } from './copy-key.ts';
import type { CopyPanel } from './copy-panel.ts';
import type { Quotation } from './quotation.ts';
import { quotationOfFigure, quotationOfPost } from './quotation-of.ts';

/** Milliseconds: a selection is being made for as long as it changes. */
const PAUSE = 200;
/** Pixels between the words and the button. */
const DISTANCE = 4;
/** Words before a passage that tell it from the same words elsewhere. */
const TELLING = 4;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** Offers to copy the words that are chosen in a post; `c` copies them too, and without any the whole post. */
export function startCopyingSelections(panel: CopyPanel): void {
  const button = panel.button('');
  button.removeAttribute('aria-label');
  button.classList.add('copy-chosen');
  let pause = 0;
  const offer = (): void => {
    const range = chosenRange();
    const post = range && postOf(range);
    if (!range || !post) {
      if (!button.contains(document.activeElement) && !button.nextElementSibling?.matches('.copied'))
        button.remove();
      return;
    }
    post.append(button);
    place(button, range, post);
  };
  const copyChosen = (): boolean => {
    const range = chosenRange();
    const post = range && postOf(range);
    if (!range || !post) return false;
    if (!button.isConnected) post.append(button);
    void panel.copy(quotationOfRange(range, post), button);
    return true;
  };
  document.addEventListener('selectionchange', () => {
    clearTimeout(pause);
    pause = window.setTimeout(offer, PAUSE);
  });
  // The press must not take the selection away before it is copied.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', copyChosen);
  listenForCopyKey((focused) => {
    if (copyChosen()) return;
    const post = focused.closest('.thread article.post');
    const content = post?.querySelector('.e-content');
    if (!post || !content) return;
    const figure = focused.closest('figure.quote');
    post.append(button);
    place(button, post, post);
    void panel.copy(figure ? quotationOfFigure(figure) : quotationOfPost(post, content), button);
  });
}

function chosenRange(): Range | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.toString().trim() === '' ? null : range;
}

/** The post that holds all of the range, in its words. */
function postOf(range: Range): HTMLElement | null {
  const { commonAncestorContainer: common } = range;
  const holder = common instanceof Element ? common : common.parentElement;
  return holder?.closest('.e-content')?.closest<HTMLElement>('.thread article.post') ?? null;
}

/** The words that are chosen, whole, with the post they stand in and the quote in it; `null` where they are of none or of several. */
export function chosenWords(): {
  readonly post: HTMLElement;
  readonly words: Node;
  readonly figure: HTMLElement | null;
} | null {
  const range = chosenRange();
  const post = range && postOf(range);
  if (!range || !post) return null;
  const whole = wholeWords(range);
  const { commonAncestorContainer: common } = whole;
  const holder = common instanceof Element ? common : common.parentElement;
  return {
    post,
    words: wrapped(whole, holder),
    figure: holder?.closest<HTMLElement>('figure.quote') ?? null,
  };
}

function quotationOfRange(range: Range, post: Element): Quotation {
  const whole = wholeWords(range);
  const { commonAncestorContainer: common } = whole;
  const holder = common instanceof Element ? common : common.parentElement;
  const words = wrapped(whole, holder);
  const figure = holder?.closest('figure.quote');
  if (figure) return { ...quotationOfFigure(figure), words };
  return quotationOfPost(post, words, directiveFor(whole, holder, post));
}

/** What is chosen in a line of code or of a list stays that. */
function wrapped(range: Range, holder: Element | null): Node {
  const content = range.cloneContents();
  const block = holder?.closest('.e-content :is(pre, ul, ol, table)');
  if (!block) return content;
  const shell = block.cloneNode(false) as Element;
  shell.append(content);
  const words = document.createDocumentFragment();
  words.append(shell);
  return words;
}

/** Half a word is nobody's word. */
function wholeWords(range: Range): Range {
  const whole = range.cloneRange();
  const { startContainer: first, endContainer: last } = whole;
  let { startOffset: start, endOffset: end } = whole;
  if (first instanceof Text) {
    while (start > 0 && LETTER.test(first.data[start] ?? '') && LETTER.test(first.data[start - 1] ?? ''))
      start -= 1;
    whole.setStart(first, start);
  }
  if (last instanceof Text) {
    while (end < last.length && LETTER.test(last.data[end - 1] ?? '') && LETTER.test(last.data[end] ?? ''))
      end += 1;
    whole.setEnd(last, end);
  }
  return whole;
}

function directiveFor(range: Range, holder: Element | null, post: Element): string {
  const text = range.toString();
  const page = document.querySelector('.tree')?.textContent ?? '';
  const isTwice = page.indexOf(text) !== page.lastIndexOf(text);
  const before = range.cloneRange();
  before.selectNodeContents(holder?.closest('p, li, .e-content') ?? post);
  before.setEnd(range.startContainer, range.startOffset);
  const telling = before.toString().trim().split(/\s+/).slice(-TELLING).join(' ');
  return textDirective(text, isTwice ? telling : '');
}

/** Below the last line, within the post: what is outside it may not be painted. */
function place(button: HTMLElement, chosen: Range | Element, post: Element): void {
  const box = post.getBoundingClientRect();
  const rects = chosen instanceof Range ? [...chosen.getClientRects()] : [];
  const end = rects.at(-1) ?? box;
  const top = Math.min(end.bottom - box.top + DISTANCE, box.height - button.offsetHeight);
  const left = Math.min(end.right - box.left - button.offsetWidth, box.width - button.offsetWidth);
  button.style.top = `${Math.max(0, top)}px`;
  button.style.left = `${Math.max(0, left)}px`;
}
