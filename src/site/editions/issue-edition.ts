import { type CollectionEntry, getCollection } from 'astro:content';
import type { Paragraph, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { site } from 'virtual:quotidian';
import { issueFiles } from '../issues/issue-files.ts';
import type { IssueView } from '../issues/issue-pages.ts';
import { wordsFor } from '../words/index.ts';
import { digestEdition, placeOf, treeOf } from './digest-edition.ts';
import type { Edition, EditionThread } from './edition.ts';

/** An issue as it is read outside the site: the editor's introduction, what is in it, and its digests one by one. */
export async function issueEdition(issue: IssueView, origin: URL | undefined): Promise<Edition> {
  const place = placeOf(origin);
  const words = wordsFor(site.settings.lang);
  const name = words.issues.name(String(issue.number));
  const address = new URL(issue.href, place.origin);
  const entries = new Map((await getCollection('digests')).map((entry) => [entry.id, entry]));
  const digests = await inOrder(issue, entries, place.origin);
  return {
    title: issue.title === undefined ? name : `${name}${words.colon} ${issue.title}`,
    summary: '',
    date: issue.date,
    editors: [...new Set(digests.flatMap(({ editors }) => editors))],
    lang: words.lang,
    address: address.href,
    tree: {
      type: 'root',
      children: [
        ...(await introduction(issue, address)),
        ...contents(digests, words.edition.contents),
        ...digests.flatMap(asPart),
      ],
    },
    threads: distinct(digests.flatMap(({ threads }) => threads)),
    site: place.site,
    words,
  };
}

async function inOrder(
  { digests }: IssueView,
  entries: ReadonlyMap<string, CollectionEntry<'digests'>>,
  origin: URL,
): Promise<readonly Edition[]> {
  const editions: Edition[] = [];
  for (const { slug } of digests) {
    const entry = entries.get(slug);
    if (entry) editions.push(await digestEdition(entry, origin, `${slug}-`));
  }
  return editions;
}

async function introduction({ number }: IssueView, address: URL): Promise<readonly RootContent[]> {
  const file = issueFiles(site.root).find((one) => one.number === number);
  if (file?.introduction === undefined) return [];
  const { lang } = wordsFor(site.settings.lang);
  const tree = await treeOf(file.introduction, { threads: [], lang, address, notes: '', file: file.file });
  return tree.children;
}

/** What is in the issue, each with its page: so that a mail that is cut off leads to all of it. */
function contents(digests: readonly Edition[], heading: string): readonly RootContent[] {
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: heading }] },
    {
      type: 'list',
      spread: false,
      children: digests.map((digest) => ({
        type: 'listItem',
        spread: false,
        children: [linked(digest)],
      })),
    },
  ];
}

function asPart(digest: Edition): readonly RootContent[] {
  const { title, summary, tree } = digest;
  visit(tree, 'heading', (node) => {
    node.depth = RANKS_BELOW[node.depth - 1] ?? LAST_RANK;
  });
  const lede: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'emphasis', children: [{ type: 'text', value: summary }] }],
  };
  return [
    { type: 'heading', depth: 2, children: [{ type: 'text', value: title }] },
    ...(summary === '' ? [] : [lede]),
    ...tree.children,
  ];
}

const LAST_RANK = 6;
const RANKS_BELOW = [2, 3, 4, 5, LAST_RANK] as const;

function linked({ title, address }: Edition): Paragraph {
  return {
    type: 'paragraph',
    children: [{ type: 'link', url: address, children: [{ type: 'text', value: title }] }],
  };
}

function distinct(threads: readonly EditionThread[]): readonly EditionThread[] {
  return [...new Map(threads.map((thread) => [thread.address, thread])).values()];
}
