import { abridged, cutTo, exchanged, replacing, whole, withWords } from './change.ts';
import type { Script } from './chance.ts';
import { ABRIDGED, ALTERED, DECLARED, type Kind, NEAR, simple, VERBATIM } from './kind.ts';
import { textOf } from './stage.ts';

const SCRIPTS: readonly (readonly [Script, string, string])[] = [
  ['han', 'Chinese', '不'],
  ['arabic', 'Arabic', 'لا'],
  ['thai', 'Thai', 'ไม่'],
  ['accented', 'combining marks', 'not'],
  ['emoji', 'emoji', 'not'],
];
const LANGUAGES = SCRIPTS.flatMap(([script, name, not]) => [
  simple(`${name}: whole`, { from: 'earlier', script, change: whole, right: VERBATIM, target: DECLARED }),
  simple(`${name}: cut to twelve`, {
    from: 'ancestor',
    script,
    change: cutTo(12),
    right: VERBATIM,
    target: DECLARED,
  }),
  simple(`${name}: declared omission`, {
    from: 'parent',
    script,
    change: abridged('……'),
    right: ABRIDGED,
    target: DECLARED,
  }),
  simple(`${name}: one exchanged`, {
    from: 'parent',
    script,
    words: 30,
    change: exchanged(1000, script),
    right: ALTERED,
    target: NEAR,
  }),
  simple(`${name}: negated`, {
    from: 'parent',
    script,
    words: 30,
    change: withWords(not),
    right: ALTERED,
    target: NEAR,
  }),
]);
const FORMS = [
  simple('combining marks: decomposed', {
    from: 'earlier',
    script: 'accented',
    change: (sentence) => textOf(sentence).normalize('NFD'),
    right: VERBATIM,
    target: DECLARED,
  }),
  simple('combining marks: left out', {
    from: 'parent',
    carrying: 'the résumé said',
    change: replacing('résumé', 'resume'),
    right: ALTERED,
    target: NEAR,
  }),
];

/** Sentences in other scripts, with marks and with pictures; a near match needs 24 characters in any of them. */
export const SCRIPT_KINDS: readonly Kind[] = [...LANGUAGES, ...FORMS];
