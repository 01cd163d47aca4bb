import type {
  Article,
  BreadcrumbList,
  Comment,
  DiscussionForumPosting,
  Person,
  Quotation as QuotationData,
  Thing,
  WebSite,
} from 'schema-dts';
import { cardAddress, digestAddress, pageAddress, threadAddress } from './addresses.ts';
import type { Quotation } from './quotations.ts';
import type { Settings } from './settings.ts';
import type { ExcerptView } from './thread-excerpts.ts';
import type { DigestView, ThreadPage } from './views.ts';

/** JSON-LD in the words of schema.org. */
export interface StructuredData {
  readonly '@context': 'https://schema.org';
  readonly '@graph': readonly Thing[];
}

/** Where the site stands, and who it is. */
export interface DataPlace {
  readonly site: URL;
  readonly base: string;
  readonly settings: Pick<Settings, 'title' | 'description' | 'lang' | 'editors'>;
}

/** The pages from the home page down to this one. */
export type Trail = readonly { readonly name: string; readonly href: string }[];

/** What a page tells machines. */
export function structuredData(...things: readonly Thing[]): StructuredData {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** The site, and how it is searched. */
export function siteData({ site, base, settings }: DataPlace): Thing {
  const home = absolute(pageAddress(base), site);
  const search = `${absolute(pageAddress(base, 'search'), site)}?q={search_term_string}`;
  const data: WebSite = {
    '@type': 'WebSite',
    '@id': `${home}#site`,
    url: home,
    name: settings.title,
    ...(settings.description ? { description: settings.description } : {}),
    inLanguage: settings.lang,
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: search },
      // Google's own extension of schema.org, which the types do not know.
      ...{ 'query-input': 'required name=search_term_string' },
    },
  };
  return data;
}

/** Where the page stands among the others. */
export function trailData(trail: Trail, { site }: DataPlace): Thing {
  const data: BreadcrumbList = {
    '@type': 'BreadcrumbList',
    itemListElement: trail.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(href, site),
    })),
  };
  return data;
}

/** Quotations named to machines on a digest's page; the page itself holds them all. */
const MOST_QUOTATIONS = 20;

/** What schema.org calls a digest: an article that cites discussions and holds quotations. */
export function articleData(
  digest: DigestView,
  quotations: readonly Quotation[],
  hasCard: boolean,
  place: DataPlace,
): Thing {
  const { site, base, settings } = place;
  const here = absolute(digestAddress(base, digest.slug), site);
  const told = quotations.slice(0, MOST_QUOTATIONS);
  const speakers = new Map(quotations.map(({ author }) => [`${author.name} ${author.url}`, author]));
  const data: Article = {
    '@type': 'Article',
    '@id': here,
    url: here,
    mainEntityOfPage: here,
    headline: digest.title,
    ...(digest.summary ? { description: digest.summary } : {}),
    datePublished: digest.date,
    inLanguage: digest.lang,
    isPartOf: { '@id': `${absolute(pageAddress(base), site)}#site` },
    author: digest.editors.map((name) => {
      const url = settings.editors.find((editor) => editor.name === name)?.url;
      return personData({ name, ...(url ? { url } : {}) });
    }),
    publisher: { '@type': 'Organization', name: settings.title, url: absolute(pageAddress(base), site) },
    ...(hasCard ? { image: absolute(cardAddress(base, digest.slug), site) } : {}),
    keywords: digest.tags.map(({ name }) => name),
    citation: digest.threads.map((thread): DiscussionForumPosting => ({
      '@type': 'DiscussionForumPosting',
      headline: thread.title,
      url: thread.url ?? absolute(thread.href, site),
    })),
    hasPart: told.map((quotation) => quotationData(quotation, here, site)),
    mentions: [...speakers.values()].map(personData),
  };
  return data;
}

function quotationData(
  { anchor, paragraphs, author, published, lang, href, original }: Quotation,
  here: string,
  site: URL,
): QuotationData {
  return {
    '@type': 'Quotation',
    url: `${here}#${anchor}`,
    text: paragraphs.join('\n\n'),
    creator: personData(author),
    ...(published ? { dateCreated: published } : {}),
    ...(lang ? { inLanguage: lang } : {}),
    isBasedOn: original ?? absolute(href, site),
  };
}

/** What schema.org calls a thread, with the first of its posts that are open to machines as comments in their tree. */
export function discussionData({ thread, excerpts }: ThreadPage, { site, base }: DataPlace): Thing {
  const here = absolute(threadAddress(base, thread.id), site);
  const [first, ...rest] = excerpts;
  const answers = Map.groupBy(rest, ({ parent }) => parent);
  const data: DiscussionForumPosting = {
    '@type': 'DiscussionForumPosting',
    '@id': here,
    url: here,
    mainEntityOfPage: here,
    headline: thread.title,
    ...(thread.url ? { isBasedOn: thread.url } : {}),
    ...(first ? postData(first) : {}),
    isPartOf: { '@id': `${absolute(pageAddress(base), site)}#site` },
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: { '@type': 'CommentAction' },
      userInteractionCount: Math.max(0, thread.posts - 1),
    },
    comment: [...(first ? (answers.get(first.id) ?? []) : []), ...(answers.get(null) ?? [])].map((post) =>
      commentData(post, answers, here),
    ),
  };
  return data;
}

/** As deep as the excerpts are many, at most. */
function commentData(
  post: ExcerptView,
  answers: ReadonlyMap<string | null, readonly ExcerptView[]>,
  here: string,
): Comment {
  const below = answers.get(post.id) ?? [];
  return {
    '@type': 'Comment',
    url: `${here}#${post.id}`,
    ...postData(post),
    ...(below.length > 0 ? { comment: below.map((answer) => commentData(answer, answers, here)) } : {}),
  };
}

function postData({ text, author, published, lang }: ExcerptView) {
  return {
    text,
    ...(author ? { author: personData(author) } : {}),
    ...(published ? { datePublished: published } : {}),
    ...(lang ? { inLanguage: lang } : {}),
  };
}

function personData({ name, url }: { readonly name: string; readonly url?: string }): Person {
  return { '@type': 'Person', name, ...(url ? { url } : {}) };
}

function absolute(address: string, site: URL): string {
  return new URL(address, site).href;
}
