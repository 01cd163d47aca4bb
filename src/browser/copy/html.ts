import { UNSAID } from './words-as-text.ts';

const KEPT = new Set(
  'P BR HR EM STRONG DEL CODE PRE UL OL LI A TABLE THEAD TBODY TR TH TD SUP SUB BLOCKQUOTE FIGURE FIGCAPTION'.split(
    ' ',
  ),
);
const ATTRIBUTES = ['href', 'cite', 'lang', 'dir', 'start'];

/** The words as elements that mean the same anywhere: without what belongs to this page. */
export function wordsAsHtml(node: Node): DocumentFragment {
  const made = document.createDocumentFragment();
  for (const child of node.childNodes) {
    if (child instanceof Text) made.append(child.data);
    if (!(child instanceof HTMLElement) || child.matches(UNSAID)) continue;
    const content = wordsAsHtml(child);
    if (child.matches('figure.quote')) {
      const name = child.querySelector(':scope > figcaption .p-name')?.textContent;
      if (name) content.append(element('figcaption', {}, `— ${name.trim()}`));
    }
    made.append(
      KEPT.has(child.tagName) && !child.matches('.inline-quote, .picture') ? copied(child, content) : content,
    );
  }
  return made;
}

/** An element with what is there of its attributes. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  ...content: readonly (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...content);
  return made;
}

function copied(original: HTMLElement, content: DocumentFragment): HTMLElement {
  const attributes = ATTRIBUTES.map((name) => [name, original.getAttribute(name) ?? undefined] as const);
  const made = element(original.tagName, Object.fromEntries(attributes), content);
  if (original instanceof HTMLAnchorElement) made.setAttribute('href', original.href);
  return made;
}
