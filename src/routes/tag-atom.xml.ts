import type { APIRoute, GetStaticPaths, InferGetStaticPropsType } from 'astro';
import { atomFeed } from '../site/feeds.ts';
import { publishedFeed, tagFeedPaths } from '../site/published-feed.ts';

export const getStaticPaths = tagFeedPaths satisfies GetStaticPaths;

export const GET: APIRoute<InferGetStaticPropsType<typeof getStaticPaths>> = async ({ site, props }) => {
  const { items, place } = await publishedFeed(site, props.tag);
  return new Response(atomFeed(items, place), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
