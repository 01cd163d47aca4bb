import { listenForCopyKey } from './copy-key.ts';
import type { CopyPanel } from './copy-panel.ts';
import { quotationOfFigure } from './quotation-of.ts';

/** Gives every quote of a digest a button that copies it, and every citation of the digest. */
export function startCopyingQuotes(panel: CopyPanel): void {
  const buttons = new Map<Element, HTMLButtonElement>();
  for (const figure of document.querySelectorAll<HTMLElement>('.prose figure.quote')) {
    if (figure.parentElement?.closest('figure.quote')) continue;
    const button = panel.button(beginningOf(figure));
    button.addEventListener('click', () => void panel.copy(quotationOfFigure(figure), button));
    noteOf(figure).append(' ', button);
    buttons.set(figure, button);
    // Whom a link brings here may copy the quote by key.
    (figure.closest<HTMLElement>('article.embedded') ?? figure).tabIndex = -1;
  }
  for (const pre of document.querySelectorAll('.cite pre')) {
    const label = pre.closest('div')?.querySelector('dt');
    const button = panel.button(label?.textContent?.trim() ?? '');
    button.addEventListener('click', () => void panel.copyText(pre.textContent ?? '', pre));
    label?.append(' ', button);
  }
  listenForCopyKey((focused) => {
    const figure =
      focused.closest('.prose > figure.quote, article.embedded > figure.quote') ??
      focused.querySelector(':scope > figure.quote');
    const button = figure && buttons.get(figure);
    if (button) void panel.copy(quotationOfFigure(figure), button);
  });
}

/** `Quote from Edda Marrow` */
function beginningOf(figure: Element): string {
  const from = figure.querySelector('figcaption > .visually-hidden')?.textContent ?? '';
  const author = figure.querySelector('figcaption .p-author');
  return `${from}${(author?.querySelector('.p-name') ?? author)?.textContent?.trim() ?? ''}`;
}

function noteOf(figure: Element): Element {
  const note = figure.querySelector(':scope > .note') ?? document.createElement('div');
  note.className = 'note';
  if (!note.isConnected) figure.querySelector(':scope > blockquote')?.after(note);
  return note;
}
