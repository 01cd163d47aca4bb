import type { Post, Thread } from '../../src/thread/schema.ts';
import { mulberry32 } from './random.ts';

/*
 * Discussions made by rule: the same number gives the same bytes on every machine and day. About three posts in
 * ten quote the post that they answer, one in twenty holds code.
 */

const VOCABULARY =
  'ferry quay tide timetable morning pilot rope ledger weather signal harbour island bridge market lantern ' +
  'message answer question paper reader margin column editor printer letter number record season current ' +
  'because although whenever between without against through nobody everyone something carefully slowly ' +
  'carried counted promised forgotten repaired delayed published corrected argued agreed measured written';
const WORDS = VOCABULARY.split(' ');
const CODE = ['function depart(tide) {', '  return tide.level > quay.height;', '}'];
const PEOPLE = 40;
const FIRST_DAY = Date.UTC(2026, 2, 1, 8);
const MINUTE = 60_000;

interface Contribution {
  readonly number: number;
  readonly author: number;
  /** `null` for the first. */
  readonly parent: number | null;
  /** Paragraphs of the author's own words. */
  readonly paragraphs: readonly string[];
  /** Words of the parent. */
  readonly quote?: string;
  readonly code?: readonly string[];
  readonly published: string;
}

/** A thread of so many posts, plain text as mail writes it. */
export function generateThread(seed: number, posts: number): Thread {
  const people = Array.from({ length: PEOPLE }, (_, n) => [`p${n}`, { handle: `@voice${n}@quay.example` }]);
  return {
    format: 1,
    id: `generated-${seed}`,
    title: `Generated thread ${seed}`,
    origin: { platform: 'mail', importer: 'mail', community: 'quay.example' },
    people: Object.fromEntries(people),
    posts: discussion(seed, posts).map((post): Post => ({
      id: `m${post.number}`,
      author: `p${post.author}`,
      parent: post.parent === null ? null : `m${post.parent}`,
      published: post.published,
      body: { plain: plainText(post) },
    })),
  };
}

/** What Mastodon's API answers for the context of a status. */
export function generateMastodonContext(seed: number, posts: number): string {
  const statuses = discussion(seed, posts).map((post) => ({
    id: statusId(post.number),
    created_at: post.published,
    in_reply_to_id: post.parent === null ? null : statusId(post.parent),
    in_reply_to_account_id: null,
    sensitive: false,
    spoiler_text: '',
    visibility: 'public',
    language: 'en',
    uri: `https://quay.example/users/voice${post.author}/statuses/${statusId(post.number)}`,
    url: `https://quay.example/@voice${post.author}/${statusId(post.number)}`,
    replies_count: 0,
    reblogs_count: 0,
    favourites_count: 0,
    edited_at: null,
    content: htmlText(post),
    reblog: null,
    account: {
      id: String(1000 + post.author),
      username: `voice${post.author}`,
      acct: `voice${post.author}`,
      display_name: `Voice ${post.author}`,
      locked: false,
      bot: false,
      indexable: true,
      url: `https://quay.example/@voice${post.author}`,
      avatar: `https://quay.example/avatars/${post.author}.png`,
      emojis: [],
      fields: [],
    },
    media_attachments: [],
    mentions: [],
    tags: [],
    emojis: [],
    card: null,
    poll: null,
  }));
  return JSON.stringify({ ancestors: statuses.slice(0, 1), descendants: statuses.slice(1) });
}

/** A mailbox in mboxrd form: so many threads of so many messages. */
export function generateMbox(seed: number, threads: number, messages: number): string {
  return Array.from({ length: threads }, (_, thread) =>
    discussion(seed + thread, messages)
      .map((post) => mail(post, seed + thread))
      .join(''),
  ).join('');
}

/** Letters in random order, each answering one of those not long before it. */
function discussion(seed: number, posts: number): readonly Contribution[] {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const sentence = () => {
    const words = Array.from({ length: 6 + below(14) }, () => WORDS[below(WORDS.length)] ?? '');
    return `${words.join(' ')} ${below(100_000)}.`;
  };
  const made: Contribution[] = [];
  for (let number = 0; number < posts; number += 1) {
    const parent = number === 0 ? null : Math.max(0, number - 1 - below(12));
    const quoted = parent === null || random() > 0.3 ? undefined : made[parent]?.paragraphs[0];
    made.push({
      number,
      author: below(PEOPLE),
      parent,
      paragraphs: Array.from({ length: 1 + below(4) }, () =>
        Array.from({ length: 1 + below(3) }, sentence).join(' '),
      ),
      ...(quoted === undefined ? {} : { quote: quoted }),
      ...(random() < 0.05 ? { code: CODE } : {}),
      published: new Date(FIRST_DAY + number * MINUTE).toISOString(),
    });
  }
  return made;
}

function plainText({ author, quote, paragraphs, code }: Contribution): string {
  const quoted =
    quote === undefined ? [] : [`On 1 March 2026, Voice ${author} wrote:`, ...quotedLines(quote), ''];
  return [
    ...quoted,
    paragraphs.map(wrapped).join('\n\n'),
    ...(code ? ['', ...code.map((line) => `    ${line}`)] : []),
  ].join('\n');
}

function quotedLines(text: string): string[] {
  return wrapped(text)
    .split('\n')
    .map((line) => `> ${line}`);
}

/** At 72 columns, as mail programs do. */
function wrapped(text: string): string {
  return text.replace(/(.{1,72})(?: |$)/g, '$1\n').trimEnd();
}

function htmlText({ quote, paragraphs, code }: Contribution): string {
  const quoted = quote === undefined ? '' : `<blockquote><p>${quote}</p></blockquote>`;
  const block = code ? `<pre><code>${code.join('<br>').replaceAll('>', '&gt;')}</code></pre>` : '';
  return `${quoted}${paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')}${block}`;
}

function statusId(number: number): string {
  return String(116_000_000_000_000_000n + BigInt(number));
}

function mail(post: Contribution, thread: number): string {
  const messageId = (number: number) => `<${thread}.${number}@quay.example>`;
  const date = new Date(post.published).toUTCString().replace('GMT', '+0000');
  const references =
    post.parent === null
      ? []
      : [`In-Reply-To: ${messageId(post.parent)}`, `References: ${messageId(0)} ${messageId(post.parent)}`];
  return [
    `From voice${post.author}@quay.example Sun Mar  1 08:00:00 2026`,
    `From: Voice ${post.author} <voice${post.author}@quay.example>`,
    'To: talk@lists.quay.example',
    `Subject: ${post.parent === null ? '' : 'Re: '}Generated thread ${thread}`,
    `Date: ${date}`,
    `Message-ID: ${messageId(post.number)}`,
    ...references,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    plainText(post).replace(/^(>*From )/gm, '>$1'),
    '',
    '',
  ].join('\n');
}
