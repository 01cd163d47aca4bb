/** Scripts that put no space between words: `天気がいい`, `อากาศดี`. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;
const UNSPACED_PAIR = new RegExp(
  `(?<=${UNSPACED.source.slice(0, -1)}) (?=${UNSPACED.source.slice(0, -1)})`,
  'gu',
);

/** The text with a space between the words of such scripts, so that each word can be found: `天気 が いい`. */
export function spacedWords(text: string): string {
  return text
    .replace(UNSPACED, (run) => ` ${words(run)} `)
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** The same text without those spaces. */
export function joinedWords(text: string): string {
  return text.replace(UNSPACED_PAIR, '');
}

function words(run: string): string {
  return Array.from(segmenter.segment(run), ({ segment }) => segment).join(' ');
}

/** The language does not matter to it: dictionaries go by script. */
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
