import { site } from 'virtual:quotidian';
import { cardImage } from './card-images.ts';
import { hashOf } from './content-files.ts';
import { embedOf } from './embed.ts';
import { type DigestSummary, digestKey, digestList, quotationsOf } from './pages.ts';

/** The addresses at which published digests say how they are embedded. */
export async function embedPaths() {
  const published = (await digestList()).filter(({ draft }) => !draft);
  return published.map((digest) => ({
    params: { slug: digest.slug },
    props: { digest },
    cacheKey: hashOf(site.version, digestKey({ id: digest.slug })),
  }));
}

/** What stands there. `address` is where the site stands; the route exists only where it is known. */
export function embedResponse(digest: DigestSummary, address: URL | undefined): Response {
  if (!address) throw new TypeError('An embedded digest needs the address of its site.');
  const hasCard = cardImage(digest.slug) !== undefined;
  const place = { site: address, base: import.meta.env.BASE_URL, settings: site.settings };
  const embed = embedOf(digest, quotationsOf(digest.slug), hasCard, place);
  return new Response(`${JSON.stringify(embed, null, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
}
