import { element } from '../browser/copy/html.ts';
import type { DeskDraft } from '../desk/requests.ts';
import { texts } from './texts.ts';

/** The drafts, each with what is to be mended in it. */
export function draftList(drafts: readonly DeskDraft[]): HTMLElement {
  if (drafts.length === 0) return element('p', {}, texts.drafts.none);
  return element('ul', {}, ...drafts.map(draftItem));
}

function draftItem({ title, href, findings }: DeskDraft): HTMLElement {
  const link = element('a', { href }, title);
  if (!findings) return element('li', {}, link, `: ${texts.drafts.checking}`);
  if (findings.length === 0) return element('li', {}, link, `: ${texts.drafts.fine}`);
  const list = findings.map(({ place, severity, message }) =>
    element('li', { class: severity }, element('code', {}, place), ` ${severity}: ${message}`),
  );
  return element('li', {}, link, `: ${texts.drafts.findings(findings.length)}`, element('ul', {}, ...list));
}
