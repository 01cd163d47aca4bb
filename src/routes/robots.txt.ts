import type { APIRoute } from 'astro';
import { fileAddress } from '../site/addresses.ts';

export const GET: APIRoute = ({ site }) => {
  const sitemap = site && new URL(fileAddress(import.meta.env.BASE_URL, 'sitemap-index.xml'), site).href;
  const lines = ['User-agent: *', 'Allow: /', ...(sitemap ? [`Sitemap: ${sitemap}`] : [])];
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
