import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import { QuotidianError } from '../thread/error.ts';
import type { OverlayEdit } from './requests.ts';

/**
 * The overlay with one more decision in it. Comments, order and the style of what stands in it stay; an empty note or
 * warning is taken out. Throws where the text is no YAML.
 */
export function editOverlay(text: string, edit: OverlayEdit): string {
  const document: Document = parseDocument(text);
  const [error] = document.errors;
  if (error) throw refused(`The overlay is not YAML: ${error.message.split('\n')[0]}`);
  if (document.contents === null) document.contents = new YAMLMap();
  if (!isMap(document.contents)) throw refused('The overlay is no list of keys.');
  if (edit.kind === 'omit') omit(document, document.contents, edit);
  else correct(document, mapAt(document, document.contents, 'posts'), edit);
  return withLineEnds(written(document, text), text);
}

/** What stood in the file stands there again character for character: numbers, quotation marks, where lines are folded. */
function written(document: Document, text: string): string {
  const kept: string[] = [];
  const sign = signFor(text);
  visit(document, {
    Scalar(_, node) {
      const [start, end] = node.range ?? [];
      if (start === undefined || end === undefined || start === end) return;
      node.value = `${sign}${kept.length}-`;
      node.type = 'PLAIN';
      kept.push(text.slice(start, end).trimEnd());
    },
  });
  const shell = document.toString({ lineWidth: 0, indentSeq: !hasFlushList(text) });
  return shell.replace(new RegExp(`${sign}(\\d+)-`, 'g'), (_, number: string) => kept[Number(number)] ?? '');
}

/** Letters that the text does not hold. */
function signFor(text: string): string {
  let sign = 'kept';
  while (text.includes(sign)) sign += 'x';
  return sign;
}

/** Whether a key such as `omit:` has its list flush below it. */
function hasFlushList(text: string): boolean {
  const lines = text.split('\n');
  return lines.some((line, n) => {
    const next = lines[n + 1] ?? '';
    return /^[^\s#-]/.test(line) && line.trimEnd().endsWith(':') && /^-[ \t]/.test(next);
  });
}

type Correction = Exclude<OverlayEdit, { kind: 'omit' }>;

function omit(document: Document, root: YAMLMap, { post, replies }: OverlayEdit & { kind: 'omit' }): void {
  const list = listAt(document, root, 'omit');
  if (list.items.some((item) => textOf(item) === post)) throw refused('This post is left out already.');
  const keeps = pairOf(root, 'keepReplies')?.value;
  const keepsNow = isScalar(keeps) && keeps.value === true;
  if (list.items.length > 0 && keepsNow === replies)
    throw refused(
      keepsNow
        ? 'This overlay keeps the replies of what it leaves out (keepReplies), of all posts alike.'
        : 'This overlay leaves replies out too, of all posts alike: set keepReplies in the file to keep them.',
    );
  list.add(document.createNode(post));
  if (!replies && !keepsNow) root.set('keepReplies', true);
}

function correct(document: Document, posts: YAMLMap, edit: Correction): void {
  const post = mapAt(document, posts, edit.post);
  switch (edit.kind) {
    case 'redact': {
      const list = listAt(document, post, 'redact');
      if (list.items.some((item) => textOf(item) === edit.words))
        throw refused('These words are redacted already.');
      list.add(document.createNode(edit.words));
      break;
    }
    case 'note':
      setOrRemove(post, 'note', edit.note);
      break;
    case 'warning':
      setOrRemove(post, 'warning', edit.warning);
      break;
    case 'author':
      post.set('author', new Scalar(edit.author));
      break;
    case 'parent':
      if (edit.parent === edit.post) throw refused('A post does not answer itself.');
      post.set('parent', new Scalar(edit.parent));
      break;
  }
  if (post.items.length === 0)
    posts.items.splice(
      posts.items.findIndex(({ key }) => textOf(key) === edit.post),
      1,
    );
}

function setOrRemove(map: YAMLMap, key: string, value: string): void {
  if (value.trim() === '') map.delete(key);
  else map.set(key, value);
}

/** By what stands in the file: an id of digits alone is a number to YAML, and may be too long for one. */
function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => textOf(pair.key) === key);
}

function textOf(node: unknown): string {
  if (!isScalar(node)) return String(node);
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
}

function mapAt(document: Document, map: YAMLMap, key: string): YAMLMap {
  const pair = pairOf(map, key);
  if (isMap(pair?.value)) return pair.value;
  const made = new YAMLMap();
  if (pair) pair.value = made;
  else map.items.push(document.createPair(key, made));
  return made;
}

function listAt(document: Document, map: YAMLMap, key: string): YAMLSeq {
  const pair = pairOf(map, key);
  if (isSeq(pair?.value)) return pair.value;
  const made = new YAMLSeq();
  if (pair) pair.value = made;
  else map.items.push(document.createPair(key, made));
  return made;
}

function withLineEnds(text: string, before: string): string {
  return before.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text;
}

function refused(message: string): QuotidianError {
  return new QuotidianError(message, { code: 'bad-overlay', hint: 'Edit the file by hand.' });
}
