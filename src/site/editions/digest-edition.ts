import type { CollectionEntry } from 'astro:content';
import { site } from 'virtual:quotidian';
import { parseDigest } from '../../markdown/digest-syntax.ts';
import { editionTree } from '../../markdown/edition-tree.ts';
import { readDigest } from '../../markdown/read-digest.ts';
import { safeAddress } from '../../thread/address.ts';
import { pageAddress } from '../addresses.ts';
import { compositionOf } from '../digest-figures.ts';
import { issueLinks } from '../issues/issue-links.ts';
import { type Library, openLibrary } from '../library.ts';
import { digestView } from '../pages.ts';
import { wordsFor } from '../words/index.ts';
import type { Edition } from './edition.ts';

let library: Library | undefined;

/** A digest as it is read outside the site, which stands at `origin`; routes of editions exist only where that is known. */
export async function digestEdition(
  entry: CollectionEntry<'digests'>,
  origin: URL | undefined,
): Promise<Edition> {
  if (!origin) throw new TypeError('An edition needs the address of its site.');
  const { settings, root, cache } = site;
  const base = import.meta.env.BASE_URL;
  const view = await digestView(entry);
  const words = wordsFor(settings.lang);
  const address = new URL(view.href, origin);
  library ??= openLibrary(root, settings.postsPerPage);
  const tree = parseDigest(entry.body ?? '');
  const evidence = library.evidence(entry.data.threads);
  const reading = readDigest(tree, evidence, library.redactions(entry.data.threads));
  const [problem] = reading.problems;
  if (problem)
    throw new Error(`${entry.filePath ?? entry.id}:${problem.line}  ${problem.message} ${problem.hint}`);
  const composition = await compositionOf(tree, reading, evidence, { base, words, library, lang: view.lang });
  return {
    ...view,
    address: address.href,
    tree: editionTree(tree, reading, {
      ...composition,
      issues: issueLinks(view.lang, cache),
      whole: (href) => safeAddress(URL.parse(href, address)?.href),
    }),
    threads: view.threads.map(({ title, href, platform }) => {
      return { title, platform, address: new URL(href, origin).href };
    }),
    site: { title: settings.title, address: new URL(pageAddress(base), origin).href },
    words,
  };
}
