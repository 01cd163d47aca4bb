const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/**
 * The address as a page may carry it, normalised, or `undefined`: absolute, and http, https or mailto only.
 * Parsed as browsers parse it (WHATWG URL), so `java\nscript:` cannot hide.
 */
export function safeAddress(address: string | null | undefined): string | undefined {
  const parsed = address ? URL.parse(address) : null;
  return parsed && SAFE_SCHEMES.has(parsed.protocol) ? parsed.href : undefined;
}
