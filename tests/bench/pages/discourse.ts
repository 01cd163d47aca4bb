import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Post, Thread } from '../../../src/thread/schema.ts';
import { serve } from '../../pages/serve.ts';
import type { PeerServer } from './peer.ts';

/** `TopicView.chunk_size`: so many posts are on a page without script. */
const POSTS_ON_A_PAGE = 20;

/**
 * An estimate: Discourse does not run here. What it writes for readers without script, built up as its template
 * `app/views/topics/show.html.erb` is (creator, time, position, text and counts of each post, then the next page),
 * without the head, the preloaded data, the stylesheets and the application around it, none of which can be
 * measured here: a real page is heavier.
 */
export const discourse: PeerServer = async ({ thread }, folder) => {
  const pages = Math.ceil(thread.posts.length / POSTS_ON_A_PAGE);
  for (let page = 1; page <= pages; page += 1) {
    const posts = thread.posts.slice((page - 1) * POSTS_ON_A_PAGE, page * POSTS_ON_A_PAGE);
    mkdirSync(join(folder, String(page)), { recursive: true });
    writeFileSync(join(folder, String(page), 'index.html'), pageOf(thread, posts, page < pages && page + 1));
  }
  const served = await serve(folder, '', 'host');
  return {
    name: 'Discourse, the view without script (estimate: the topic’s HTML alone)',
    address: `${served.origin}/1/`,
    onward: 'a[rel="next"]',
    close: served.close,
  };
};

function pageOf({ title }: Thread, posts: readonly Post[], next: number | false): string {
  const onward = next
    ? `<div role="navigation" itemscope itemtype="http://schema.org/SiteNavigationElement"><span itemprop="url"><b><a rel="next" itemprop="name" href="/${next}/">next page →</a></b></span></div>`
    : '';
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><div id="main-outlet" class="wrap"><h1>${title}</h1><hr>${posts.map(postOf).join('')}${onward}</div></body></html>`;
}

function postOf({ author, published, body }: Post, position: number): string {
  const paragraphs = ('plain' in body ? body.plain : '')
    .split('\n\n')
    .map((text) => `<p>${escaped(text)}</p>`);
  return `<div itemscope itemtype="http://schema.org/DiscussionForumPosting"><div class="creator"><span><a href="/u/${author}"><b itemprop="author">${author}</b></a> <time datetime="${published}" itemprop="datePublished">${published}</time></span><span itemprop="position">#${position}</span></div><div class="post" itemprop="articleBody">${paragraphs.join('')}</div><meta itemprop="interactionCount" content="UserLikes:0"><meta itemprop="interactionCount" content="UserComments:0"><hr></div>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
