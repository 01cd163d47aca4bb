import { chosenWords } from '../browser/copy/copy-selection.ts';
import { MARKDOWN } from '../browser/copy/markdown.ts';
import { wordsAsText } from '../browser/copy/words-as-text.ts';

/** Words that are chosen on a thread's page. */
export interface ChosenQuote {
  readonly thread: string;
  /** Where they were said: in a quote that is traced, its source. */
  readonly post: string;
  /** The post on the page. */
  readonly on: string;
  /** In Markdown. */
  readonly words: string;
  /** As they stand in the text. */
  readonly text: string;
}

/** The thread of this page; `undefined` on all others. */
export function threadHere(): string | undefined {
  return /\/threads\/([a-z0-9-]+)\//.exec(location.pathname)?.[1];
}

/** What is chosen now; `null` where that is nothing, or words of several posts. */
export function chosenQuote(): ChosenQuote | null {
  const thread = threadHere();
  const chosen = chosenWords();
  if (!thread || !chosen) return null;
  const { post, words, figure } = chosen;
  const [sourceThread, sourcePost] = figure?.dataset.source?.split('#') ?? [];
  return {
    thread: sourceThread ?? thread,
    post: sourcePost ?? post.id,
    on: post.id,
    words: wordsAsText(words, MARKDOWN),
    text: (words.textContent ?? '').replace(/\s+/g, ' ').trim(),
  };
}
