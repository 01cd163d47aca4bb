import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import { unified } from '@astrojs/markdown-remark';
import type { AstroIntegration } from 'astro';
import { deskApp, RESTART, startDesk } from './desk/start-desk.ts';
import { digestPlugin } from './markdown/digest-plugin.ts';
import { digestSyntax } from './markdown/digest-syntax.ts';
import { pageAddress } from './site/addresses.ts';
import { digestSource } from './site/digest-source.ts';
import { generatorVersion } from './site/generator-version.ts';
import { OWN_ENDING } from './site/own-ending.ts';
import { ownPackages } from './site/own-packages.ts';
import type { PrepareOptions } from './site/prepare-options.ts';
import { PAGE_POLICY } from './site/publishing/content-security.ts';
import { refuseForgotten } from './site/forgotten/search-built.ts';
import { withheldCodes } from './site/forgotten/withheld-codes.ts';
import { publish } from './site/publishing/publish.ts';
import { readSettings, SETTINGS_FILE } from './site/read-settings.ts';
import { buildSearch } from './site/search/build-search.ts';
import { siteModule } from './site/site-module.ts';
import { fontFamilies } from './site/theme/font-families.ts';
import { missingLanguage } from './site/words/index.ts';

/** Address pattern → the file in `routes/` that answers it. */
const ROUTES: Readonly<Record<string, string>> = {
  '/': 'index.astro',
  '/digests/[slug]': 'digest.astro',
  '/threads': 'threads.astro',
  '/thread-list/[page]': 'threads-page.astro',
  '/threads/[id]': 'thread.astro',
  '/threads/[id]/[page]': 'thread-page.astro',
  '/threads/[id].json': 'thread.json.ts',
  '/threads/[id]/[picture].webp': 'thread-picture.webp.ts',
  '/tags': 'tags.astro',
  '/tags/[tag]': 'tag.astro',
  '/archive': 'archive.astro',
  '/issues': 'issues.astro',
  '/issues/[number]': 'issue.astro',
  '/search': 'search.astro',
  '/robots.txt': 'robots.txt.ts',
  '/404': '404.astro',
};

/** Only where `people` is set. */
const ROUTES_OF_PEOPLE: Readonly<Record<string, string>> = {
  '/people': 'people.astro',
  '/people-list/[page]': 'people-page.astro',
  '/people/[slug]': 'person.astro',
};

/** These must give whole addresses, so they need to know where the site will stand. */
const ROUTES_WITH_ADDRESS: Readonly<Record<string, string>> = {
  '/feed.xml': 'feed.xml.ts',
  '/atom.xml': 'atom.xml.ts',
  '/feed.json': 'feed.json.ts',
  '/digests/[slug].txt': 'digest.txt.ts',
  '/digests/[slug].md': 'digest.md.ts',
  '/digests/[slug]/email.html': 'digest-email.html.ts',
  '/issues/[number]/email.html': 'issue-email.html.ts',
  '/tags/[tag]/feed.xml': 'tag-feed.xml.ts',
  '/tags/[tag]/atom.xml': 'tag-atom.xml.ts',
  '/tags/[tag]/feed.json': 'tag-feed.json.ts',
  '/[file].png': 'card.png.ts',
  '/digests/[slug]/card.png': 'digest-card.png.ts',
  '/digests/[slug]/oembed.json': 'oembed.json.ts',
};

/** For those who work on the generator. */
const ROUTES_FOR_MAKERS: Readonly<Record<string, string>> = { '/kitchen-sink': 'kitchen-sink.astro' };

export interface QuotidianOptions {
  /** Whether `/kitchen-sink/` is built too, which shows every state of a page at once; while developing it is there. */
  readonly kitchenSink?: boolean;
}

/** Makes an Astro project a digest site: the folder `content/` is all that is left for its owner to write. */
export function quotidian({ kitchenSink = false }: QuotidianOptions = {}): AstroIntegration {
  let prepared: PrepareOptions | undefined;
  return {
    name: 'quotidian',
    hooks: {
      'astro:config:setup': ({
        command,
        config,
        updateConfig,
        injectRoute,
        addWatchFile,
        addDevToolbarApp,
        logger,
      }) => {
        const root = fileURLToPath(config.root);
        const settings = readSettings(root);
        const cache = fileURLToPath(config.cacheDir);
        const version = generatorVersion();
        prepared = { root, cache, version, base: config.base, settings };
        const site = config.site ?? settings.url;
        const missing = missingLanguage(settings.lang);
        if (missing) logger.warn(missing);
        addWatchFile(new URL(RESTART, config.root));
        if (command === 'dev') addDevToolbarApp(deskApp());

        if (!site) logger.warn(`Without "url" in ${SETTINGS_FILE} the site gets no feeds and no sitemap.`);
        const digests = digestSource(root, fileURLToPath(config.cacheDir), config.base, settings, (text) =>
          logger.warn(text),
        );
        const routes = {
          ...ROUTES,
          ...(settings.people ? ROUTES_OF_PEOPLE : {}),
          ...(site ? ROUTES_WITH_ADDRESS : {}),
          ...(kitchenSink || command === 'dev' ? ROUTES_FOR_MAKERS : {}),
        };
        for (const [pattern, file] of Object.entries(routes)) {
          injectRoute({ pattern, entrypoint: routeFile(file) });
        }

        const below = (page: string, name: string) => {
          const { pathname } = new URL(page);
          const folder = pageAddress(config.base, name);
          return pathname.startsWith(folder) && pathname !== folder;
        };
        const hidden = [...(settings.indexThreads ? [] : ['threads']), 'people', 'people-list'];
        const listed = (page: string) =>
          !page.endsWith('/kitchen-sink/') &&
          !page.endsWith(pageAddress(config.base, 'people')) &&
          !hidden.some((name) => below(page, name));
        updateConfig({
          ...(site ? { site } : {}),
          // In this order: what is published includes the sitemap.
          integrations: [...(site ? [sitemap({ filter: listed })] : []), publishing(prepared)],
          markdown: {
            processor: unified({ remarkPlugins: [digestSyntax, digestPlugin(digests)], smartypants: false }),
            syntaxHighlight: false,
          },
          security: { csp: { algorithm: 'SHA-256', directives: [...PAGE_POLICY] } },
          fonts: fontFamilies(root, settings.fonts),
          build: { concurrency: 8, inlineStylesheets: 'never' },
          experimental: { incrementalBuild: true },
          vite: {
            // Astro's own modules carry such directives.
            build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
            plugins: [
              siteModule(
                { settings, root, cache, version, base: config.base },
                command === 'dev' ? 'dev' : 'build',
              ),
              ownPackages(),
            ],
          },
        });
      },
      'astro:server:setup': ({ server, refreshContent, logger }) => {
        if (prepared) startDesk({ server, refreshContent, logger, options: prepared });
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!prepared) return;
        const { shards, made } = await buildSearch(prepared, fileURLToPath(dir));
        logger.info(`search: ${made.length} of ${shards} parts of the index were made anew`);
      },
    },
  };
}

function routeFile(name: string): URL {
  return new URL(`./routes/${name.replace(/\.ts$/, OWN_ENDING)}`, import.meta.url);
}

function publishing(options: PrepareOptions): AstroIntegration {
  return {
    name: 'quotidian/publishing',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const start = performance.now();
        const compressed = await publish(options, fileURLToPath(dir));
        const withheld = withheldCodes(options.root);
        if (withheld) refuseForgotten(fileURLToPath(dir), withheld);
        if (!compressed) return;
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${compressed.files} files compressed, ${compressed.made} of them anew, in ${seconds} s`);
      },
    },
  };
}
