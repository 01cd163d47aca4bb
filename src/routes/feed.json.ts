import type { APIRoute } from 'astro';
import { publishedFeed } from '../site/published-feed.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response((await publishedFeed(site, 'plain')).json1(), {
    headers: { 'content-type': 'application/feed+json; charset=utf-8' },
  });
