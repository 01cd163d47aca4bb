import type { APIRoute } from 'astro';
import { publishedFeed } from '../site/published-feed.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response((await publishedFeed(site, 'html')).rss2(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
