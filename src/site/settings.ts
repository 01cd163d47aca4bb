import { z } from 'zod';
import { isLanguageTag } from './language-tags.ts';
import { fontSettings } from './theme/font-settings.ts';

const verdict = z.enum(['error', 'warning', 'ignore']);

/** `content/site.yaml`: the site's identity and policies. */
export const settingsSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().default(''),
  /** Where the site will stand: `https://quotidian.example`. */
  url: z.url().optional(),
  /** BCP 47; the language of the interface and of digests that name none. */
  lang: z.string().refine(isLanguageTag, 'is no language tag such as de or de-AT').default('en'),
  editors: z.array(z.strictObject({ name: z.string(), url: z.url().optional() })).default([]),
  /** What each finding about a quote in a digest does to the build. */
  quotes: z
    .strictObject({
      altered: verdict.default('error'),
      misattributed: verdict.default('error'),
      unsourced: verdict.default('warning'),
      /** A quote longer than `mostWords` or `mostShare` allow. */
      long: verdict.default('warning'),
      /** How many words of a post one quote may hold; without it, any number. */
      mostWords: z.int().min(1).optional(),
      /** What part of its post's words one quote may hold, such as 0.5; posts of fewer than 50 words may be quoted whole. */
      mostShare: z.number().gt(0).max(1).optional(),
      /** Other quotation marks, dashes or ellipses than the source's. Only `check` tells of them. */
      typography: verdict.default('warning'),
    })
    .default({
      altered: 'error',
      misattributed: 'error',
      unsourced: 'warning',
      long: 'warning',
      typography: 'warning',
    }),
  /** The hue of links and marks, in degrees of OKLCH. */
  accent: z.number().min(0).max(360).default(40),
  fonts: fontSettings,
  /** A picture in `public/` that takes the place of the bracket before the site's name: `mark.svg`. */
  mark: z
    .string()
    .regex(/^[\w][\w./-]{0,99}\.(?:svg|png|webp|avif)$/, 'is no picture in public/, such as mark.svg')
    .optional(),
  /** Pictures for link previews, one for each digest; `fonts` are files of the project, for letters that ours lack. */
  cards: z
    .union([z.boolean(), z.strictObject({ fonts: z.array(z.string().min(1)).default([]) })])
    .default(true),
  /** How many posts a page of a thread holds, about: branches are never cut. */
  postsPerPage: z.int().min(10).default(200),
  /** Whether the build writes texts compressed beside themselves, for hosts that send them so. */
  precompress: z.boolean().default(true),
  /** Whether imported threads may be found by search engines; digests always may. */
  indexThreads: z.boolean().default(false),
  /** Whether people have pages, which bring together what each said; never found by search engines. */
  people: z.boolean().default(false),
  /** `strict`: a thread is only published where the basis for it is named, for the thread or for all who speak in it. */
  consent: z.enum(['strict']).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;
