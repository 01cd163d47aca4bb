import type { APIRoute } from 'astro';
import { publishedFeed } from '../site/published-feed.ts';

export const GET: APIRoute = async ({ site }) =>
  new Response((await publishedFeed(site, 'html')).atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
