import { toString as textOf } from 'mdast-util-to-string';
import { parseDigest } from '../markdown/digest-syntax.ts';
import { issueMentions } from '../markdown/link-issues.ts';
import { type DigestQuote, readDigest } from '../markdown/read-digest.ts';
import type { Fidelity, Passage } from '../quotes/quote.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { countWords } from '../quotes/words.ts';
import { digestAddress, tagAddress } from './addresses.ts';
import type { AlsoQuoted } from './also-quoted.ts';
import { hashOf } from './content-files.ts';
import { addressOf } from './digest-figures.ts';
import { digestFiles, type DigestFile, parseDigestFile } from './digest-files.ts';
import {
  digestQuoteId,
  digestSpeakers,
  digestVoices,
  personOf,
  type Utterance,
  utterancesIn,
} from './digest-speakers.ts';
import type { Library } from './library.ts';
import { hashOfOptions, type PrepareOptions } from './prepare-options.ts';
import { type Quotation, quotationsIn } from './quotations.ts';
import { type WordsInDigest, wordsInDigest } from './people/words-in-digest.ts';
import { digestSearch } from './search/digest-search.ts';
import type { SearchRecord } from './search/search-record.ts';
import { personView } from './speakers.ts';
import { threadView } from './thread-folio.ts';
import { type ThreadHashes, threadHashes } from './thread-hashes.ts';
import { NO_LINKS } from './thread-record.ts';
import { shortened } from './shortened.ts';
import { timesQuoted } from './times-quoted.ts';
import type { DigestView, PassageView } from './views.ts';
import { wordsFor } from './words/index.ts';

/** What the site knows of a digest beside its text. */
export interface DigestRecord {
  readonly view: DigestView;
  /** Changes whenever anything that the digest's page shows does. */
  readonly key: string;
  /** The passages that it quotes, each with the quote's anchor on the digest's page. */
  readonly sources: readonly DigestSource[];
  /** What people say in it; nothing where people have no pages. */
  readonly said: readonly WordsInDigest[];
  /** Issues that its prose tells to look up, whether there are such or not. */
  readonly seeIssues: readonly number[];
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
  /** How the page names the passage where it is quoted most. */
  readonly passage: Omit<PassageView, 'count'>;
  /** How many posts of the same thread quote some of the words. */
  readonly times: number;
  /** How many of other threads; `withMostQuoted` counts them. */
  readonly timesElsewhere?: number;
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
  hashes: ThreadHashes = threadHashes(options.root),
): readonly DigestRecord[] {
  const byKey = new Map(known.map((record) => [record.key, record]));
  const ofOptions = hashOfOptions(options);
  return digestFiles(options.root)
    .flatMap((file) => {
      try {
        const key = keyOf(file, ofOptions, hashes);
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

function keyOf(file: DigestFile, ofOptions: string, hashes: ThreadHashes): string {
  const threads = parseDigestFile(file).data.threads;
  return hashOf(ofOptions, file.slug, file.text, ...threads.map((id) => hashes(id).hash));
}

function recordOf(file: DigestFile, key: string, options: PrepareOptions, library: Library): DigestRecord {
  const { base, settings } = options;
  const { data, body } = parseDigestFile(file);
  const tree = parseDigest(body);
  const wordCount = countWords(textOf(tree));
  const evidence = library.evidence(data.threads);
  const reading = readDigest(tree, evidence);
  const utterances = utterancesIn(reading, evidence);
  const voice = digestVoices(utterances);
  const setting = { base, words: wordsFor(settings.lang), library };
  const platformOf = (id: string) => library.thread(id).thread.origin.platform;
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
    ...(data.issue === undefined ? {} : { issue: data.issue }),
    threads: data.threads.map((id) => ({
      ...threadView(library.thread(id), NO_LINKS, { ...setting, postsPerPage: settings.postsPerPage }),
      taken: takenFrom(id, utterances),
    })),
    speakers: digestSpeakers(utterances, voice, platformOf),
    quotes: counted(reading.quotes),
    mostQuoted: [],
    minutes: Math.max(1, Math.round(wordCount / WORDS_A_MINUTE)),
  };
  const best = bestOf(reading.quotes, voice);
  return {
    view,
    key,
    said: settings.people ? wordsInDigest(reading, evidence, digestQuoteId) : [],
    seeIssues: issueMentions(tree, wordsFor(view.lang).issues.see),
    search: digestSearch(view, tree, reading, setting.words),
    quotations: quotationsIn(reading.quotes, {
      anchorOf: (index) => digestQuoteId(index + 1),
      authorOf: (post) => {
        const author = statedAuthor(post.reading);
        return author ? personView(personOf(post), author, voice(personOf(post))) : undefined;
      },
      hrefOf: (post) => addressOf(post, setting),
    }),
    sources: reading.quotes.flatMap((quote, index): DigestSource[] => {
      const { source, post, fidelity } = quote;
      if (!source || !post) return [];
      const anchor = digestQuoteId(index + 1);
      const { graph } = library.thread(source.thread);
      const author = statedAuthor(post.reading);
      const speaker = author && personView(personOf(post), author, voice(personOf(post)));
      const said = post.reading.own.text.slice(source.start, source.end).trim();
      const passage = {
        text: shortened(said, LONGEST_BEST),
        href: `#${anchor}`,
        name: speaker?.name ?? null,
        voice: speaker?.voice ?? null,
      };
      return [{ ...source, fidelity, anchor, passage, times: timesQuoted(source, graph) }];
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

function takenFrom(thread: string, utterances: readonly Utterance[]): { quotes: number; posts: number } {
  const { quote = [], post = [] } = Object.groupBy(
    utterances.filter((one) => one.post?.thread === thread),
    ({ kind }) => kind,
  );
  return { quotes: quote.length, posts: post.length };
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
