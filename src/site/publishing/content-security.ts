/**
 * What pages may load and do, beside their scripts and styles: Astro adds the hashes of those, page by page, and
 * writes all of it into the page, as a `meta` element.
 */
export const PAGE_POLICY = [
  "default-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
] as const;

/**
 * The policy that a host sends as a header. A browser keeps to header and page both, so this names nothing that a page
 * has to widen by hashes (`default-src`, `script-src`, `style-src`), and adds what a page cannot say of itself.
 */
export const HEADER_POLICY = [
  ...PAGE_POLICY.filter((directive) => !directive.startsWith('default-src')),
  "frame-ancestors 'none'",
].join('; ');
