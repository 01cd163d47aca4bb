import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { attribute, builtFiles, builtPages } from './built-page.ts';
import { HARD_BASE } from './hard-content.ts';
import { liveHarm } from './live-harm.ts';

const sites = [
  { name: 'the example site', dist: inject('example'), base: '' },
  { name: 'a site of hostile threads', dist: inject('hard'), base: HARD_BASE },
];

/** What a browser fetches without being asked; `href` only on `link`, for those of `a` are followed by readers. */
const FETCHED = ['src', 'srcSet', 'poster', 'data', 'action', 'background', 'manifest', 'ping'] as const;
const IN_STYLE = /(?:url\(\s*["']?|@import\s+["'])([^"')]+)/g;

describe.each(sites)('$name', ({ dist, base }) => {
  const pages = builtPages(dist, base);

  test('asks no other host for anything', () => {
    const asked = pages.flatMap(({ path, elements }) =>
      elements.flatMap(({ element }) => {
        const rel = attribute(element, 'rel') ?? '';
        const linked = element.tagName === 'link' && !/^(?:canonical|alternate)$/.test(rel);
        return [...FETCHED, ...(linked ? ['href'] : [])]
          .flatMap((name) => attribute(element, name) ?? [])
          .filter((address) => !isOwn(address, base))
          .map((address) => `${path}: ${address}`);
      }),
    );
    expect(asked).toEqual([]);
  });

  test('names no other host in any style', () => {
    const files = builtFiles(dist).filter((name) => /\.(?:css|html|svg)$/.test(name));
    const named = files.flatMap((name) => {
      const text = readFileSync(join(dist, name), 'utf8');
      const styles = name.endsWith('.html') ? (text.match(/<style>[^<]*<\/style>/g) ?? []).join('\n') : text;
      return [...styles.matchAll(IN_STYLE)].map(([, address = '']) => address);
    });
    expect(named.length).toBeGreaterThan(0);
    expect(
      named.filter((address) => !isOwn(address, base) && !address.startsWith('data:image/svg+xml')),
    ).toEqual([]);
  });

  test('holds nothing that would run: no script, handler, inline style or address of another scheme', () => {
    expect(
      pages.flatMap(({ path, elements }) =>
        liveHarm(elements)
          .filter((harm) => !OWN.test(harm))
          .map((harm) => `${path}: ${harm}`),
      ),
    ).toEqual([]);
    const foreign = pages.flatMap(({ elements }) =>
      elements.filter(
        ({ element }) =>
          element.tagName === 'script' &&
          !/^(?:module|application\/ld\+json)$/.test(attribute(element, 'type') ?? ''),
      ),
    );
    expect(foreign).toEqual([]);
  });

  test('carries a Content-Security-Policy that allows no inline script on every page', () => {
    for (const { elements, path } of pages) {
      const policy = elements.find(({ element }) =>
        /content-security-policy/i.test(attribute(element, 'httpEquiv') ?? ''),
      );
      const content = policy ? (attribute(policy.element, 'content') ?? '') : '';
      const directive = (name: string) =>
        content.split(';').find((text) => text.trim().startsWith(`${name} `));
      expect(directive('default-src')?.trim(), path).toBe("default-src 'self'");
      const scripts = directive('script-src') ?? "default-src 'self'";
      expect(
        path.endsWith('/search/') ? scripts.replace("'wasm-unsafe-eval'", '') : scripts,
        path,
      ).not.toMatch(/unsafe|https?:|\*/);
      expect(directive('object-src'), path).toContain("'none'");
    }
  });

  test('opens outgoing links without telling where the reader came from, and vouches for none of them', () => {
    const careless = pages.flatMap(({ elements }) =>
      elements.filter(({ element }) => {
        const href = element.tagName === 'a' ? (attribute(element, 'href') ?? '') : '';
        const rel = attribute(element, 'rel') ?? '';
        return /^https?:/.test(href) && !(rel.includes('noopener') && rel.includes('ugc'));
      }),
    );
    expect(careless.map(({ element }) => attribute(element, 'href'))).toEqual([]);
  });
});

function isOwn(address: string, base: string): boolean {
  return address.startsWith(`${base}/`) && !address.startsWith('//');
}

/** What pages have of their own: drawings, search and the tools of a thread. That posts add none, hostile.test.ts holds. */
const OWN = /^<(?:svg|template|form|input|button|select|textarea|script)>$|^<title> outside the head$/;
