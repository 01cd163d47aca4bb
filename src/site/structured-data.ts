import type { DigestView, PostView, SpeakerView, ThreadPage } from './views.ts';

/** Comments named to machines on a thread's page; the page itself holds them all. */
const COMMENTS = 20;

/** What schema.org calls a digest: an article that cites discussions. `site` is where addresses start from. */
export function articleData(digest: DigestView, site: URL): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: digest.title,
    description: digest.summary,
    datePublished: digest.date,
    inLanguage: digest.lang,
    url: absolute(digest.href, site),
    author: digest.editors.map((name) => ({ '@type': 'Person', name })),
    keywords: digest.tags.map(({ name }) => name),
    citation: digest.threads.map((thread) => ({
      '@type': 'DiscussionForumPosting',
      headline: thread.title,
      url: thread.url ?? absolute(thread.href, site),
    })),
    mentions: digest.speakers.map(personData),
  };
}

/** What schema.org calls a thread, with the first of its posts that answer. */
export function discussionData({ thread, posts }: ThreadPage, site: URL): Record<string, unknown> {
  const here = absolute(thread.href, site);
  const [first, ...rest] = posts.filter((post) => post.state === undefined);
  return {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    headline: thread.title,
    url: here,
    ...(thread.url ? { isBasedOn: thread.url } : {}),
    ...(first ? authorship(first) : {}),
    interactionStatistic: {
      '@type': 'InteractionCounter',
      interactionType: 'https://schema.org/CommentAction',
      userInteractionCount: Math.max(0, thread.posts - 1),
    },
    comment: rest
      .filter((post) => post.depth <= 1)
      .slice(0, COMMENTS)
      .map((post) => ({ '@type': 'Comment', url: `${here}#${post.id}`, ...authorship(post) })),
  };
}

function authorship({ author, inferred, published }: PostView): Record<string, unknown> {
  return {
    ...(author && !inferred.includes('author') ? { author: personData(author) } : {}),
    ...(published && !inferred.includes('published') ? { datePublished: published } : {}),
  };
}

function personData({ name, url }: Pick<SpeakerView, 'name'> & { readonly url?: string }) {
  return { '@type': 'Person', name, ...(url ? { url } : {}) };
}

function absolute(address: string, site: URL): string {
  return new URL(address, site).href;
}
