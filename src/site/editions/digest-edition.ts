import type { Root } from 'mdast';
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

/**
 * A digest as it is read outside the site, which stands at `origin`; routes of editions exist only where that is known.
 * `notes` keeps its footnotes apart from those of others.
 */
export async function digestEdition(
  entry: CollectionEntry<'digests'>,
  origin: URL | undefined,
  notes = '',
): Promise<Edition> {
  const place = placeOf(origin);
  const view = await digestView(entry);
  const address = new URL(view.href, place.origin);
  const tree = await treeOf(entry.body ?? '', {
    threads: entry.data.threads,
    lang: view.lang,
    address,
    notes,
    file: entry.filePath ?? entry.id,
  });
  return {
    ...view,
    address: address.href,
    tree,
    threads: view.threads.map(({ title, href, platform }) => {
      return { title, platform, address: new URL(href, place.origin).href };
    }),
    site: place.site,
    words: wordsFor(site.settings.lang),
  };
}

/** Where the site stands, and what it is called. */
export function placeOf(origin: URL | undefined): { readonly origin: URL } & Pick<Edition, 'site'> {
  if (!origin) throw new TypeError('An edition needs the address of its site.');
  const home = new URL(pageAddress(import.meta.env.BASE_URL), origin).href;
  return { origin, site: { title: site.settings.title, address: home } };
}

interface TextSource {
  readonly threads: readonly string[];
  readonly lang: string;
  /** The page that addresses in the text are relative to. */
  readonly address: URL;
  readonly notes: string;
  readonly file: string;
}

/** An editor's Markdown, its quotes resolved. Throws where it cannot be read, as its page does. */
export async function treeOf(
  markdown: string,
  { threads, lang, address, notes, file }: TextSource,
): Promise<Root> {
  const { settings, root, cache } = site;
  library ??= openLibrary(root, settings.postsPerPage);
  const tree = parseDigest(markdown);
  const evidence = library.evidence(threads);
  const reading = readDigest(tree, evidence, library.redactions(threads));
  const [problem] = reading.problems;
  if (problem) throw new Error(`${file}: ${problem.message} ${problem.hint}`);
  const composition = await compositionOf(tree, reading, evidence, {
    base: import.meta.env.BASE_URL,
    words: wordsFor(settings.lang),
    library,
    lang,
  });
  return editionTree(tree, reading, {
    ...composition,
    notes,
    issues: issueLinks(lang, cache),
    whole: (href) => safeAddress(URL.parse(href, address)?.href),
  });
}
