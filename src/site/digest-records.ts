import { toString as textOf } from 'mdast-util-to-string';
import { parseDigest } from '../markdown/digest-syntax.ts';
import { type DigestQuote, type DigestReading, readDigest } from '../markdown/read-digest.ts';
import type { Fidelity, Passage } from '../quotes/quote.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { countWords } from '../quotes/words.ts';
import { digestAddress, tagAddress } from './addresses.ts';
import type { AlsoQuoted } from './also-quoted.ts';
import { hashOf, readThreadFiles } from './content-files.ts';
import { addressOf, digestQuoteId, digestVoices, personOf } from './digest-figures.ts';
import { digestFiles, type DigestFile, parseDigestFile } from './digest-files.ts';
import type { Library } from './library.ts';
import { hashOfOptions, type PrepareOptions } from './prepare-options.ts';
import { type Quotation, quotationsIn } from './quotations.ts';
import { digestSearch } from './search/digest-search.ts';
import type { SearchRecord } from './search/search-record.ts';
import { personView } from './speakers.ts';
import { threadView } from './thread-folio.ts';
import { NO_LINKS } from './thread-record.ts';
import type { DigestView, SpeakerView } from './views.ts';
import { wordsFor } from './words/index.ts';

/** What the site knows of a digest beside its text. */
export interface DigestRecord {
  readonly view: DigestView;
  /** Changes whenever anything that the digest's page shows does. */
  readonly key: string;
  /** The passages that it quotes, each with the quote's anchor on the digest's page. */
  readonly sources: readonly DigestSource[];
  /** What can be found of it. */
  readonly search: SearchRecord;
  /** The quotes that can stand without the page, in its order. */
  readonly quotations: readonly Quotation[];
  /** The sentence that made it worth writing: its first quote. */
  readonly best?: { readonly text: string; readonly name: string; readonly voice: number };
}

interface DigestSource extends Passage {
  readonly fidelity: Fidelity;
  readonly anchor: string;
  /** Other published digests that quote the same words; `withAlsoQuoted` finds them. */
  readonly also?: readonly AlsoQuoted[];
}

/**
 * The digests, the newest first. One that cannot be read is left out here: the page that shows it fails with the
 * reason. One that is `known` and unchanged is not read again.
 */
export function digestRecords(
  options: PrepareOptions,
  library: Library,
  known: readonly DigestRecord[],
): readonly DigestRecord[] {
  const byKey = new Map(known.map((record) => [record.key, record]));
  return digestFiles(options.root)
    .flatMap((file) => {
      try {
        const key = keyOf(file, options);
        return [byKey.get(key) ?? recordOf(file, key, options, library)];
      } catch {
        return [];
      }
    })
    .toSorted((one, other) => (dateAndName(one) < dateAndName(other) ? 1 : -1));
}

/** Of one day's digests the last by name comes first. No date is longer than another. */
function dateAndName({ view: { date, slug } }: DigestRecord): string {
  return `${date} ${slug}`;
}

const WORDS_A_MINUTE = 230;
const LONGEST_BEST = 280;

function keyOf(file: DigestFile, options: PrepareOptions): string {
  const threads = parseDigestFile(file).data.threads;
  const hashes = threads.map((id) => readThreadFiles(options.root, id).hash);
  return hashOf(hashOfOptions(options), file.slug, file.text, ...hashes);
}

function recordOf(file: DigestFile, key: string, options: PrepareOptions, library: Library): DigestRecord {
  const { base, settings } = options;
  const { data, body } = parseDigestFile(file);
  const tree = parseDigest(body);
  const wordCount = countWords(textOf(tree));
  const reading = readDigest(tree, library.evidence(data.threads));
  const voice = digestVoices(reading.quotes, reading.embeds);
  const setting = { base, words: wordsFor(settings.lang), library };
  const view: DigestView = {
    slug: file.slug,
    href: digestAddress(base, file.slug),
    title: data.title,
    date: data.date,
    summary: data.summary,
    editors: data.editors.length > 0 ? data.editors : settings.editors.map(({ name }) => name),
    tags: data.tags.map((name) => ({ name, href: tagAddress(base, name) })),
    lang: data.lang ?? settings.lang,
    draft: data.draft,
    threads: data.threads.map((id) =>
      threadView(library.thread(id), NO_LINKS, { ...setting, postsPerPage: settings.postsPerPage }),
    ),
    speakers: speakersIn(reading, voice, setting),
    quotes: counted(reading.quotes),
    minutes: Math.max(1, Math.round(wordCount / WORDS_A_MINUTE)),
  };
  const best = bestOf(reading.quotes, voice);
  return {
    view,
    key,
    search: digestSearch(view, tree, reading, setting.words),
    quotations: quotationsIn(reading.quotes, {
      anchorOf: (index) => digestQuoteId(index + 1),
      authorOf: (post) => {
        const author = statedAuthor(post.reading);
        return author ? personView(personOf(post), author, voice(personOf(post))) : undefined;
      },
      hrefOf: (post) => addressOf(post, setting),
    }),
    sources: reading.quotes.flatMap(({ source, fidelity }, index) => {
      return source ? [{ ...source, fidelity, anchor: digestQuoteId(index + 1) }] : [];
    }),
    ...(best ? { best } : {}),
  };
}

function counted(quotes: readonly DigestQuote[]): DigestView['quotes'] {
  const counts: Partial<Record<Fidelity, number>> = {};
  for (const { fidelity, range } of quotes) {
    if (range && fidelity === 'unsourced') continue;
    counts[fidelity] = (counts[fidelity] ?? 0) + 1;
  }
  return counts;
}

function speakersIn(
  { quotes, embeds }: DigestReading,
  voice: (person: string) => number,
  setting: Parameters<typeof addressOf>[1],
): readonly SpeakerView[] {
  const speakers = new Map<string, SpeakerView>();
  const spoken = [
    ...quotes.map(({ line, post, text }) => ({ line, post, text, quotes: 1, posts: 0 })),
    ...embeds.map(({ line, post }) => ({ line, post, text: post.reading.own.text, quotes: 0, posts: 1 })),
  ];
  for (const { post, text, quotes: quoted, posts } of spoken.toSorted(
    (one, other) => one.line - other.line,
  )) {
    const author = post && statedAuthor(post.reading);
    if (!author) continue;
    const id = personOf(post);
    const known = speakers.get(id) ?? {
      ...personView(id, author, voice(id)),
      posts: 0,
      words: 0,
      quotes: 0,
      href: addressOf(post, setting),
    };
    speakers.set(id, {
      ...known,
      posts: known.posts + posts,
      quotes: known.quotes + quoted,
      words: known.words + countWords(text),
    });
  }
  return [...speakers.values()];
}

function bestOf(quotes: readonly DigestQuote[], voice: (person: string) => number): DigestRecord['best'] {
  const candidates = quotes.flatMap(({ node, post, fidelity, depth, text }) => {
    const author = post && statedAuthor(post.reading);
    if (!node || !author || depth > 1 || fidelity === 'altered') return [];
    const { name, voice: hue } = personView(personOf(post), author, voice(personOf(post)));
    return [{ text, name, voice: hue }];
  });
  return candidates.find(({ text }) => text.length <= LONGEST_BEST) ?? candidates[0];
}
