import { embeddedPosts } from '../markdown/embedded-posts.ts';
import type { DigestReading } from '../markdown/read-digest.ts';
import type { Evidence, EvidencePost } from '../quotes/evidence.ts';
import { statedAuthor } from '../quotes/reading.ts';
import { countWords } from '../quotes/words.ts';
import { platformName } from './platforms.ts';
import { personView, voices } from './speakers.ts';
import type { SpeakerView } from './views.ts';

/** Words of somebody in a digest: a quote, or a whole post. */
export interface Utterance {
  readonly post: EvidencePost | null;
  readonly text: string;
  /** Where they stand on the digest's page. */
  readonly anchor: string;
  readonly kind: 'quote' | 'post';
}

/** The anchor of a digest's quote, by its number among the digest's quotes, from 1. */
export function digestQuoteId(number: number): string {
  return `quote-${number}`;
}

/** What is said in a digest by others than its editor, in the order of the page. */
export function utterancesIn(
  { quotes, embeds }: Pick<DigestReading, 'quotes' | 'embeds'>,
  evidence: Evidence,
): readonly Utterance[] {
  const quoted = quotes.map(({ line, post, text }, index) => {
    return { line, post, text, anchor: digestQuoteId(index + 1), kind: 'quote' as const };
  });
  const embedded = embeds.flatMap((embed) =>
    embeddedPosts(embed, evidence).map((post) => {
      const { own, post: said } = post.reading;
      return { line: embed.line, post, text: own.text, anchor: said.id, kind: 'post' as const };
    }),
  );
  return [...quoted, ...embedded].toSorted((one, other) => one.line - other.line);
}

/** Hues for the people of a digest, who are named as `personOf` does, in the order of speaking. */
export function digestVoices(utterances: readonly Utterance[]): (person: string) => number {
  const voice = voices();
  for (const { post } of utterances) if (post) voice(personOf(post));
  return voice;
}

/** Who wrote a post, across threads: whom the editor knows is the same person in all of them. */
export function personOf({ thread, reading }: EvidencePost): string {
  const known = reading.author?.known;
  if (known !== undefined) return known;
  return `${thread} ${reading.post.author}`;
}

/** Who speaks in a digest, in the order of speaking; `platformOf` names where a thread was held. */
export function digestSpeakers(
  utterances: readonly Utterance[],
  voice: (person: string) => number,
  platformOf: (thread: string) => string,
): readonly SpeakerView[] {
  const speakers = new Map<string, SpeakerView & { readonly platform: string }>();
  for (const { post, text, anchor, kind } of utterances) {
    const author = post && statedAuthor(post.reading);
    if (!author) continue;
    const id = personOf(post);
    const known = speakers.get(id) ?? {
      ...personView(id, author, voice(id)),
      posts: 0,
      words: 0,
      quotes: 0,
      href: `#${anchor}`,
      platform: platformName(platformOf(post.thread)),
    };
    speakers.set(id, {
      ...known,
      posts: known.posts + (kind === 'post' ? 1 : 0),
      quotes: known.quotes + (kind === 'quote' ? 1 : 0),
      words: known.words + countWords(text),
    });
  }
  const all = [...speakers.values()];
  const words = all.reduce((sum, speaker) => sum + speaker.words, 0);
  const names = Map.groupBy(all, ({ name }) => name);
  return all.map(({ platform, ...speaker }) => ({
    ...speaker,
    share: words === 0 ? 0 : speaker.words / words,
    ...((names.get(speaker.name)?.length ?? 0) > 1 ? { platform } : {}),
  }));
}
