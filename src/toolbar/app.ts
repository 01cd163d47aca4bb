import { defineToolbarApp } from 'astro/toolbar';
import { asking } from './ask.ts';
import { threadHere } from './chosen-quote.ts';
import { keepState, keptState } from './kept-state.ts';
import { makePanel } from './panel.ts';
import { FIDELITY_STYLE, PANEL_STYLE } from './style.ts';

const BUSY = 'dialog[open], :is(input, textarea, select, [contenteditable]):focus';

/** In Astro's toolbar, while an editor works: quotes for drafts, decisions about posts, what drafts still lack. */
export default defineToolbarApp({
  init(canvas, app, server) {
    canvas.adoptedStyleSheets = [...canvas.adoptedStyleSheets, sheetOf(PANEL_STYLE)];
    const fidelities = sheetOf(FIDELITY_STYLE);
    const panel = makePanel(asking(server), () => app.toggleState({ state: false }));
    panel.element.hidden = true;
    canvas.append(panel.element);
    const open = () => app.toggleState({ state: true });

    app.onToggled(({ state }) => {
      panel.element.hidden = !state;
      keepState(state ? { isOpen: true } : { isOpen: false, message: '' });
      const others = document.adoptedStyleSheets.filter((sheet) => sheet !== fidelities);
      document.adoptedStyleSheets = state ? [...others, fidelities] : others;
      if (!state) return;
      panel.choose();
      void panel.refresh();
      if (!getSelection()?.toString()) panel.element.focus({ preventScroll: true });
    });
    panel.element.addEventListener('keydown', (event) => {
      event.stopPropagation();
      if (event.key === 'Escape') app.toggleState({ state: false });
    });
    document.addEventListener('selectionchange', () => {
      if (!panel.element.hidden) panel.choose();
    });
    if (threadHere()) listenForKeys({ q: () => panel.copyQuote(), i: () => panel.insertQuote() }, open);
    if (keptState().isOpen) open();
  },
});

function listenForKeys(actions: Readonly<Record<string, () => Promise<void>>>, open: () => void): void {
  document.addEventListener('keydown', (event) => {
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.defaultPrevented || document.querySelector(BUSY)) return;
    // The reader's own switch for single keys holds here too.
    if (document.querySelector<HTMLInputElement>('dialog.keys input')?.checked === false) return;
    event.preventDefault();
    open();
    void action();
  });
}

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}
