import { putOnClipboard } from './clipboard.ts';
import { FORMATS, type Format, type Quotation, written } from './quotation.ts';

/** The texts that the page hands to its script; `{…}` is filled in. */
export interface CopyTexts {
  readonly copy: string;
  readonly copied: string;
  readonly copiedAs: string;
  readonly refused: string;
  readonly formats: Readonly<Record<Format, string>>;
}

/** What copies quotations on a page. */
export interface CopyPanel {
  readonly texts: CopyTexts;
  /** A button that names what it copies. */
  button(what: string): HTMLButtonElement;
  /** Copies in the format chosen last, and offers the others behind the button. */
  copy(quotation: Quotation, button: HTMLElement): Promise<void>;
  /** Copies a text as it is; `selected` is what the reader may copy where the browser refuses. */
  copyText(text: string, selected: Element): Promise<void>;
}

/** Where the format is remembered, for the visit only. */
const KEPT = 'quotidian-copy';

/** `template` holds the panel and its texts. */
export function copyPanel(template: HTMLTemplateElement): CopyPanel {
  const texts = JSON.parse(template.dataset.texts ?? '{}') as CopyTexts;
  const content = template.content.cloneNode(true) as DocumentFragment;
  const [panel, status] = [...content.children] as [HTMLElement, HTMLElement];
  const [message, held] = [panel.querySelector('p'), panel.querySelector('textarea')];
  const choices = [...panel.querySelectorAll('button')];
  const site = document.querySelector<HTMLMetaElement>('meta[property="og:site_name"]')?.content ?? '';
  let format: Format = FORMATS.find((one) => one === remembered()) ?? 'markdown';
  let current: { readonly quotation: Quotation; readonly button: HTMLElement } | undefined;
  document.body.append(status);

  const say = (text: string): void => {
    status.textContent = text;
    if (message) message.textContent = text;
  };
  const put = async (): Promise<void> => {
    if (!current || !held) return;
    const text = written(current.quotation, format, site);
    const done = await putOnClipboard(text, format === 'html' ? text : undefined);
    for (const choice of choices) choice.ariaPressed = String(choice.value === format);
    held.hidden = done;
    // Moving it would take the focus from what is in it.
    if (current.button.nextElementSibling !== panel) current.button.after(panel);
    say(done ? texts.copiedAs.replace('{format}', texts.formats[format]) : texts.refused);
    if (done) return;
    held.value = text;
    held.select();
  };
  for (const choice of choices)
    choice.addEventListener('click', () => {
      format = FORMATS.find((one) => one === choice.value) ?? format;
      remember(format);
      void put();
    });
  panel.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    panel.remove();
    current?.button.focus();
  });
  return {
    texts,
    button: (what) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'copy';
      button.textContent = texts.copy;
      button.ariaLabel = `${texts.copy}: ${what}`;
      return button;
    },
    copy: (quotation, button) => {
      current = { quotation, button };
      return put();
    },
    copyText: async (text, selected) => {
      const done = await putOnClipboard(text);
      say(done ? texts.copied : texts.refused);
      if (!done) getSelection()?.selectAllChildren(selected);
    },
  };
}

/** A browser may refuse to keep anything. */
function remembered(): string | null {
  try {
    return sessionStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function remember(format: Format): void {
  try {
    sessionStorage.setItem(KEPT, format);
  } catch {
    // The choice holds for this page.
  }
}
