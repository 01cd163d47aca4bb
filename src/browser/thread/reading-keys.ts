import type { Steps } from './post-steps.ts';

/** Where it is kept that a reader wants no single keys. */
const KEPT = 'quotidian-keys';
const BUSY = 'dialog[open], :is(input, textarea, select, [contenteditable]):focus';

/**
 * Single keys move through the thread; `?` lists them. None is taken with a modifier, while something is written or
 * a dialog is open, nor after the reader turned them off there (WCAG 2.1.4).
 */
export function listenForKeys(steps: Steps, dialog: HTMLDialogElement): void {
  const actions: Readonly<Partial<Record<string, () => void>>> = {
    j: () => steps.post('next'),
    k: () => steps.post('previous'),
    J: () => steps.sibling('next'),
    K: () => steps.sibling('previous'),
    p: () => steps.parent(),
    n: () => steps.quote('next'),
    N: () => steps.quote('previous'),
    x: () => steps.fold(),
    '?': () => dialog.showModal(),
  };
  const choice = dialog.querySelector('input');
  let isOn = kept() !== 'off';
  if (choice) {
    choice.checked = isOn;
    choice.onchange = () => {
      isOn = choice.checked;
      keep(isOn);
    };
  }
  document.addEventListener('keydown', (event) => {
    const action = actions[event.key];
    if (!isOn || !action || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector(BUSY)) return;
    event.preventDefault();
    action();
  });
}

/** A browser may refuse to keep anything. */
function kept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keep(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, 'off');
  } catch {
    // The choice holds for this page.
  }
}
