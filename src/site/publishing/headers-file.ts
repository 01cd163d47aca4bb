import { fileAddress } from '../addresses.ts';
import { HEADER_POLICY } from './content-security.ts';

/** What every answer says. The referrer policy is that of the pages themselves. */
const SECURITY: Readonly<Record<string, string>> = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Only for a host that will never again be asked without TLS, so it is for its owner to say. */
const TRANSPORT = '  # Strict-Transport-Security: max-age=63072000; includeSubDomains';

/** Astro's folder, in which every file is named by what is in it. */
const NAMED_BY_CONTENT = '_astro';
const FOR_EVER = 'public, max-age=31536000, immutable';
/** To be kept, but asked about each time: an edit is seen at once. */
const ASK_AGAIN = 'no-cache';

/**
 * The file `_headers` that Netlify and Cloudflare Pages read, for a built site whose top folder holds these files and
 * folders. Where several rules meet an address both hosts join what they say, so no two rules name the same header.
 */
export function headersFile(
  base: string,
  { files, folders }: { readonly files: readonly string[]; readonly folders: readonly string[] },
): string {
  const security = Object.entries(SECURITY).map(([name, value]) => `  ${name}: ${value}`);
  const caching = [
    ['', ASK_AGAIN],
    ...folders.map((name) => [`${name}/*`, name === NAMED_BY_CONTENT ? FOR_EVER : ASK_AGAIN]),
    ...files.map((name) => [name, ASK_AGAIN]),
  ].map(([path = '', value]) => `${fileAddress(base, path)}\n  Cache-Control: ${value}`);
  const types = ['  Content-Type: text/markdown; charset=utf-8'];
  return `${[
    `${fileAddress(base, '*')}\n${[...security, TRANSPORT].join('\n')}`,
    ...caching,
    `${fileAddress(base, 'digests/*.md')}\n${types.join('\n')}`,
  ].join('\n\n')}\n`;
}
