import { z } from 'zod';
import { isLanguageTag } from './language-tags.ts';
import { fontSettings } from './theme/font-settings.ts';

const verdict = z.enum(['error', 'warning', 'ignore']);

/** `content/site.yaml`: the site's identity and policies. */
export const settingsSchema = z.strictObject({
  title: z.string().min(1).describe('The name at the head of every page and in the feeds.'),
  description: z.string().default('').describe('One sentence for search engines, feeds and the home page.'),
  url: z
    .url()
    .optional()
    .describe(
      'Where the site will stand: https://quotidian.example. Feeds, the sitemap and link previews need it.',
    ),
  lang: z
    .string()
    .refine(isLanguageTag, 'is no language tag such as de or de-AT')
    .default('en')
    .describe('BCP 47; the language of the interface and of digests that name none.'),
  editors: z
    .array(z.strictObject({ name: z.string(), url: z.url().optional() }))
    .default([])
    .describe('Who answers for the digests that name nobody.'),
  quotes: z
    .strictObject({
      altered: verdict
        .default('error')
        .describe('Nearly the words of a post, without a mark such as […] or [inserted].'),
      misattributed: verdict.default('error').describe('The words are there, but somebody else wrote them.'),
      unsourced: verdict.default('warning').describe('The words are in none of the digest’s threads.'),
      long: verdict.default('warning').describe('A quote longer than mostWords or mostShare allow.'),
      mostWords: z
        .int()
        .min(1)
        .optional()
        .describe('How many words of a post one quote may hold; without it, any number.'),
      mostShare: z
        .number()
        .gt(0)
        .max(1)
        .optional()
        .describe(
          'What part of its post’s words one quote may hold, such as 0.5; posts of fewer than 50 words may be quoted whole.',
        ),
      typography: verdict
        .default('warning')
        .describe('Other quotation marks, dashes or ellipses than the source’s. Only check tells of them.'),
    })
    .default({
      altered: 'error',
      misattributed: 'error',
      unsourced: 'warning',
      long: 'warning',
      typography: 'warning',
    })
    .describe(
      'What each finding about a quote in a digest does to the build: error stops it, warning is printed.',
    ),
  accent: z
    .number()
    .min(0)
    .max(360)
    .default(40)
    .describe('The hue of links and marks, in degrees of OKLCH: 30 is red, 150 green, 230 blue.'),
  fonts: fontSettings,
  mark: z
    .string()
    .regex(/^[\w][\w./-]{0,99}\.(?:svg|png|webp|avif)$/, 'is no picture in public/, such as mark.svg')
    .optional()
    .describe('A picture in public/ that takes the place of the bracket before the site’s name: mark.svg.'),
  cards: z
    .union([z.boolean(), z.strictObject({ fonts: z.array(z.string().min(1)).default([]) })])
    .default(true)
    .describe(
      'Pictures for link previews, one for each digest; fonts are files of the project, for letters that ours lack.',
    ),
  postsPerPage: z
    .int()
    .min(10)
    .default(200)
    .describe('How many posts a page of a thread holds, about: branches are never cut.'),
  precompress: z
    .boolean()
    .default(true)
    .describe('Whether the build writes texts compressed beside themselves, for hosts that send them so.'),
  indexThreads: z
    .boolean()
    .default(false)
    .describe('Whether imported threads may be found by search engines; digests always may.'),
  people: z
    .boolean()
    .default(false)
    .describe(
      'Whether people have pages, which bring together what each said; never found by search engines.',
    ),
  consent: z
    .enum(['strict'])
    .optional()
    .describe(
      'strict: a thread is only published where the basis for it is named, for the thread or for all who speak in it.',
    ),
});

export type Settings = z.infer<typeof settingsSchema>;
