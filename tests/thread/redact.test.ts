import { expect, test } from 'vitest';
import { notHeld, REDACTED, redact } from '../../src/thread/redact.ts';
import { type Body, type Thread, threadSchema } from '../../src/thread/schema.ts';

const threadOf = (body: Body, more: object = {}): Thread =>
  threadSchema.parse({
    format: 1,
    id: 'ferry',
    title: 'Ring Ada Quay',
    origin: { platform: 'mastodon', importer: 'mastodon', community: 'Ada Quay and friends' },
    people: {
      url: { handle: '@ada', name: 'Ada Quay', url: 'https://quay.example/Ada%20Quay' },
      emoji: { handle: '@emoji' },
    },
    posts: [{ id: 'cards', author: 'emoji', parent: null, body, ...more }],
  });

test.each<[string, string, Body]>([
  ['split by markup', '555-0100', { html: '<p>call 555-<b>01</b>00</p>' }],
  ['a hard space', '12 Quay Lane', { html: '<p>at 12&nbsp;Quay<br>Lane</p>' }],
  ['character references', 'O’Hara & Co', { html: '<p>O&#39;Hara &amp; Co</p>' }],
  ['emphasis', '12 Quay Lane', { markdown: 'at 12 *Quay* **Lane**', flavour: 'github' }],
  ['a line’s end in a quote', '12 Quay Lane', { plain: '> > at 12 Quay\n> > Lane' }],
  ['another dash', '555-0100', { plain: '555‑0100' }],
  ['another case', 'Quay Lane', { plain: 'quay LANE' }],
  ['what has no width', 'Quay', { plain: 'Qu\u200bay' }],
  ['combining marks', 'Zoë', { plain: 'Zoe\u0308' }],
])('%s does not keep words', (_, words, body) => {
  const [post] = redact(threadOf(body), [words]).posts;
  expect(JSON.stringify(post?.body).replace(/<\/?[a-z]+>|["*]/g, '')).toMatch(
    /^\{(html|markdown|plain):(at |> > at |call )?\[redacted\](,flavour:github)?\}$/,
  );
});

test('the words are gone from titles, names, cards, files, polls, emoji and addresses', () => {
  const thread = redact(
    threadOf(
      { plain: '' },
      {
        url: 'https://quay.example/Ada+Quay/1',
        subject: 'Ada Quay',
        attachments: [{ type: 'file', url: 'https://quay.example/x', name: 'Ada Quay.pdf' }],
        cards: [
          { title: 'Ada Quay', author: 'Ada Quay', site: 'Ada Quay', url: 'https://x.example/Ada_Quay' },
        ],
        poll: { options: [{ title: 'Ada Quay', votes: 1 }] },
        reactions: [{ name: 'Ada Quay', count: 1 }],
        emoji: { 'ada quay': 'https://x.example/1.png', two: 'https://x.example/ada+quay.png' },
      },
    ),
    ['Ada Quay'],
  );
  expect(JSON.stringify(thread)).not.toMatch(/ada.{1,3}quay/i);
  expect(thread.posts[0]).not.toHaveProperty('url');
  expect(thread.posts[0]?.emoji).toEqual({});
  expect(thread.posts[0]?.cards?.[0]).toEqual({ title: REDACTED, author: REDACTED, site: REDACTED });
});

test('of words that hold each other none is left in part', () => {
  const [post] = redact(threadOf({ plain: 'call 555-0100' }), ['555', '555-0100']).posts;
  expect(post?.body).toEqual({ plain: `call ${REDACTED}` });
});

test('ids, dates and people’s places stay', () => {
  const { id, people, posts } = redact(threadOf({ plain: '' }), ['ferry', 'cards', 'emoji']);
  expect([id, Object.keys(people), posts[0]?.id, posts[0]?.author]).toEqual([
    'ferry',
    ['url', 'emoji'],
    'cards',
    'emoji',
  ]);
});

test('words that stand nowhere are told', () => {
  expect(notHeld(threadOf({ plain: 'Quay\nLane' }), ['Quay Lane', 'pier 9'])).toEqual(['pier 9']);
});

test.each(['a', 'a ', 'a<', '&nbsp;', '*', 'a*', '> '])(
  '%j a hundred thousand times takes no long time',
  (unit) => {
    redact(threadOf({ plain: unit.repeat(100_000) }), ['a a a b', 'a*a*b', '***b']);
  },
);
