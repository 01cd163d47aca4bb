import type { Convention, Page } from '../../plain/convention.ts';
import { gather } from '../../plain/gather.ts';
import { readAttribution } from '../../plain/attribution.ts';

/** `-Petra Holm`, `— Ada`: a name behind a dash, in a paragraph of its own below the last words. */
export const signOffs: Convention = {
  name: 'sign-offs',
  begin: (page) => (at) => {
    const depth = page.lines[at]?.depth ?? 0;
    if (!NAME.test(page.content(at, depth).trim()) || !isApart(page, at, depth)) return null;
    return endsHere(page, at, depth) ? { count: 1, role: 'signature' } : null;
  },
};

// "-Petra Holm", "— Ada", "~Tomasz Wren"; not "- lamps", "-Wall", "-v"
const NAME =
  /^(?:[-~]|[–—] ?)\p{Lu}\p{Ll}{1,20}(?: (?:\p{Lu}\.|\p{Lu}[\p{L}’'-]{1,20})){1,2}$|^(?:~|[–—] ?)\p{Lu}\p{Ll}{1,20}$/u;
// "________", "-- "
const ROW = /^[-_=*]{2,}\s?$/;

function isApart({ lines }: Page, at: number, depth: number): boolean {
  const before = lines[at - 1];
  const after = lines[at + 1];
  return before?.blank === true && (!after || after.blank || after.depth !== depth);
}

/** Whether the words end here: with the body, with a quote, a row of marks, or the attribution of a quote. */
function endsHere(page: Page, at: number, depth: number): boolean {
  const next = page.filled(at + 1);
  const line = page.lines[next];
  if (line?.depth !== depth || ROW.test(page.content(next, depth))) return true;
  const wrapped = gather(page, next, depth);
  const attribution = wrapped && readAttribution(wrapped.text);
  return attribution !== null && !attribution.prose;
}
