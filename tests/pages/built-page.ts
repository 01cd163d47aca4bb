import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

export interface BuiltPage {
  /** As a browser asks for it: `/threads/quiet-weir/`, `/404.html`. */
  readonly path: string;
  readonly html: string;
  readonly elements: readonly PlacedElement[];
}

export interface PlacedElement {
  readonly element: Element;
  readonly parent: Element | undefined;
}

/** Every page of a built site, in the order of their paths. Mails are no pages: `builtMails`. */
export function builtPages(dist: string, base = ''): readonly BuiltPage[] {
  return readPages(dist, base, (name) => name.endsWith('.html') && !isMail(name));
}

/** Every mail edition. */
export function builtMails(dist: string, base = ''): readonly BuiltPage[] {
  return readPages(dist, base, isMail);
}

function isMail(name: string): boolean {
  return name.endsWith('/email.html');
}

function readPages(dist: string, base: string, isWanted: (name: string) => boolean): readonly BuiltPage[] {
  return builtFiles(dist)
    .filter(isWanted)
    .map((name) => {
      const html = readFileSync(join(dist, name), 'utf8');
      return {
        path: `${base}/${name.replace(/(^|\/)index\.html$/, '$1')}`,
        html,
        elements: elementsOf(html),
      };
    });
}

/** Every file of a built site, by its path in it. */
export function builtFiles(dist: string): readonly string[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
    .toSorted();
}

/** Every element, in the order of the document, read as browsers read it (parse5). */
export function elementsOf(html: string, form: 'page' | 'fragment' = 'page'): readonly PlacedElement[] {
  const tree: Root = fromHtml(html, { fragment: form === 'fragment' });
  const elements: PlacedElement[] = [];
  visit(tree, 'element', (element, _, parent) => {
    elements.push({ element, parent: parent?.type === 'element' ? parent : undefined });
  });
  return elements;
}

/** An attribute as text; `undefined` where it is not there. Names are hast's: `href`, `dataSource`. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const value = properties[name];
  if (value === null || value === undefined || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
