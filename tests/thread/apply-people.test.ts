import { expect, test } from 'vitest';
import { applyPeople } from '../../src/thread/apply-people.ts';
import { type People, peopleSchema } from '../../src/thread/people.ts';
import { type Body, type Person, type Post, type Thread, threadSchema } from '../../src/thread/schema.ts';

const INES: Person = {
  handle: '@ines@quay.example',
  name: 'Ines Kovar',
  url: 'https://quay.example/@ines',
  avatar: 'https://quay.example/avatars/7.png',
};
const BO: Person = { handle: '@bo@quay.example', name: 'Bo Lantern' };

/** What Bo says beside a post by Ines. */
function threadOf(body: Body, more: Partial<Thread> = {}, post: Partial<Post> = {}): Thread {
  return threadSchema.parse({
    format: 1,
    id: 'ferry',
    title: 'The ferry',
    origin: { platform: 'mastodon', importer: 'mastodon', url: 'https://quay.example/@ines/1' },
    people: { 107: INES, bo: BO },
    posts: [
      {
        id: '1',
        author: '107',
        parent: null,
        url: 'https://quay.example/@ines/1',
        body: { plain: 'It leaves.' },
      },
      { id: '2', author: 'bo', parent: '1', body, ...post },
    ],
    ...more,
  });
}

const QUILL = peopleSchema.parse({
  quill: { handles: { mastodon: '@ines@quay.example' }, pseudonym: 'Quill' },
});

const applied = (thread: Thread, people: People = QUILL) => applyPeople(thread, people);

test.each<[string, Body, Body]>([
  [
    'a mention in HTML',
    { html: '<p><a href="https://quay.example/@ines">@<span>ines</span></a> yes</p>' },
    { html: '<p><a href="[redacted]">Quill</span></a> yes</p>' },
  ],
  [
    'a mention in words',
    { plain: 'As @ines says, and @ines@quay.example knows.' },
    { plain: 'As Quill says, and Quill knows.' },
  ],
  [
    'an attribution',
    { plain: 'On 3 March, Ines Kovar wrote:\n> It leaves.' },
    { plain: 'On 3 March, Quill wrote:\n> It leaves.' },
  ],
  [
    'an attribution by handle',
    { markdown: '**ines** wrote:', flavour: 'github' },
    { markdown: '**Quill** wrote:', flavour: 'github' },
  ],
  [
    'a quoted header',
    { plain: '> From: ines\n> Subject: ferry' },
    { plain: '> From: Quill\n> Subject: ferry' },
  ],
  ['a name the other way round', { plain: 'KOVAR, Ines' }, { plain: 'Quill' }],
  ['an address of a post', { plain: 'see https://quay.example/@ines/1.' }, { plain: 'see [redacted]' }],
  [
    'an address on another host',
    { plain: 'see https://other.example/users/ines/x' },
    { plain: 'see [redacted]' },
  ],
  [
    'a word that holds the name',
    { plain: 'Marines, ines and @inesita stay.' },
    { plain: 'Marines, ines and @inesita stay.' },
  ],
])('a pseudonym takes the place of %s', (_, body, expected) => {
  expect(applied(threadOf(body)).thread.posts[1]?.body).toEqual(expected);
});

test('handle, name, address, picture, id and permalinks of a person with a pseudonym are gone from all of the thread', () => {
  const { thread } = applied(
    threadOf(
      { plain: 'Ines Kovar!' },
      { title: 'Ines Kovar on the ferry' },
      {
        subject: 'Re: Ines Kovar',
        warning: '@ines again',
        attachments: [{ type: 'image', description: 'A picture of Ines Kovar' }],
        cards: [{ title: 'By Ines Kovar', url: 'https://quay.example/@ines/9', author: 'Ines Kovar' }],
      },
    ),
  );
  expect(JSON.stringify(thread)).not.toMatch(/ines|kovar|107|avatars/i);
  const [id] = Object.keys(thread.people).filter((one) => one !== 'bo');
  expect(thread.people[id ?? '']).toEqual({
    handle: 'Quill',
    name: 'Quill',
    known: id,
    consent: 'pseudonymised',
  });
  expect(thread.posts[0]).toMatchObject({ author: id });
  expect(thread.posts[0]?.url).toBeUndefined();
});

test('what may be a name or a word is left and told of', () => {
  const { leftovers, thread } = applied(threadOf({ plain: 'Thank you, Ines.' }));
  expect(thread.posts[1]?.body).toEqual({ plain: 'Thank you, Ines.' });
  expect(leftovers).toEqual([{ key: 'quill', words: 'Ines', place: 'posts.2.body.plain' }]);
});

test('the editor’s further names are replaced, as whole words', () => {
  const people = peopleSchema.parse({
    quill: { handles: { mastodon: '@ines@quay.example' }, pseudonym: 'Quill', names: ['Ines'] },
  });
  const { thread, leftovers } = applied(threadOf({ plain: 'Ines, the marines and Inesita' }), people);
  expect(thread.posts[1]?.body).toEqual({ plain: 'Quill, the marines and Inesita' });
  expect(leftovers).toEqual([]);
});

test('in a thread in which the person says nothing, only handles that say where are theirs', () => {
  const thread = threadOf(
    { plain: '@ines@quay.example is not @ines, and Ines Kovar may be another' },
    { people: { 107: BO, bo: BO } },
  );
  expect(applied(thread).thread.posts[1]?.body).toEqual({
    plain: 'Quill is not @ines, and Ines Kovar may be another',
  });
});

test('two handles in one thread are one person, with the wishes of both', () => {
  const people = peopleSchema.parse({
    ines: { handles: { mail: ['aaa', 'bbb'] }, name: 'Ines K.', consent: { licence: 'CC BY 4.0' } },
  });
  const { thread } = applied(
    threadOf(
      { plain: 'x' },
      {
        origin: { platform: 'mail', importer: 'mail' },
        people: { aaa: { handle: 'Ines' }, bbb: { handle: 'Ines Kovar', wishes: ['no-quote'] } },
        posts: [
          { id: '1', author: 'aaa', parent: null, body: { plain: 'a' } },
          { id: '2', author: 'bbb', parent: '1', body: { plain: 'b' } },
        ],
      },
    ),
    people,
  );
  expect(thread.posts.map(({ author }) => author)).toEqual(['ines', 'ines']);
  expect(thread.people).toEqual({
    ines: {
      handle: 'Ines',
      name: 'Ines K.',
      wishes: ['no-quote'],
      known: 'ines',
      consent: 'licence: CC BY 4.0',
    },
  });
});

test.each([
  ['mail', { a: { handle: 'Ines Kovar' }, b: { handle: 'Ines Kovar' } }, 'Ines Kovar'],
  ['github', { a: { handle: 'ines' }, b: { handle: 'INES' } }, 'ines'],
])(
  'a handle on %s that fits two people of a thread is refused, and the ids are told',
  (platform, people, handle) => {
    const thread = threadOf({ plain: '' }, { origin: { platform, importer: platform }, people, posts: [] });
    const known = peopleSchema.parse({ ines: { handles: { [platform]: handle }, name: 'Ines' } });
    expect(() => applied(thread, known)).toThrow(/fits 2 people/);
  },
);

test('one person cannot be two', () => {
  const known = peopleSchema.parse({
    one: { handles: { mastodon: '@ines@quay.example' } },
    two: { handles: { mastodon: '107' } },
  });
  expect(() => applied(threadOf({ plain: '' }), known)).toThrow(/both “one” and “two” mean the person 107/);
});

test('where a handle alone is not unique, the place behind it says whose it is', () => {
  const known = peopleSchema.parse({
    ines: { handles: { discourse: 'ines@forum.quay.example' }, name: 'Ines K.' },
  });
  const at = (url: string) =>
    threadOf(
      { plain: '' },
      {
        origin: { platform: 'discourse', importer: 'discourse', url },
        people: { a: { handle: 'ines' } },
        posts: [],
      },
    );
  expect(applied(at('https://forum.quay.example/t/1'), known).thread.people).toHaveProperty('ines');
  expect(applied(at('https://forum.weir.example/t/1'), known).thread.people).toHaveProperty('a');
});

test('the posts of somebody who withdrew are gaps that say neither who nor when, and nobody names them', () => {
  const known = peopleSchema.parse({
    ines: { handles: { mastodon: '@ines@quay.example' }, withdrawn: '2026-11-01' },
  });
  const { thread, withdrawn } = applied(
    threadOf({ plain: '@ines, why?' }, {}, { quoted: { state: 'accepted', post: '1' } }),
    known,
  );
  expect(withdrawn).toEqual(new Set(['1']));
  expect(thread.posts[0]).toEqual({
    id: '1',
    author: null,
    parent: null,
    state: 'deleted',
    body: { plain: '' },
  });
  expect(thread.posts[1]).toMatchObject({
    body: { plain: '[redacted], why?' },
    quoted: { state: 'revoked' },
  });
  expect(Object.keys(thread.people)).toEqual(['bo']);
  expect(thread.origin.url).toBeUndefined();
});

test('what a stored thread says of who is known counts for nothing', () => {
  const thread = threadOf(
    { plain: '' },
    { people: { 107: { ...INES, known: 'bo', consent: 'asked' }, bo: BO } },
  );
  expect(applied(thread, {}).thread.people['107']).toEqual(INES);
});

test.each(['@', '<', '@<', 'ines ', '@ines ', 'https://', '\\', '<@', 'Kovar, ', '>From: '])(
  'a body of 100,000 times “%s” costs no more than its length',
  (piece) => {
    const start = performance.now();
    applied(threadOf({ plain: piece.repeat(100_000) }));
    expect(performance.now() - start).toBeLessThan(8_000);
  },
);

test.each([
  [
    'a pseudonym that another has',
    { a: { handles: { mail: 'A' }, pseudonym: 'Q' }, b: { handles: { mail: 'B' }, pseudonym: 'q' } },
  ],
  ['a name beside a pseudonym', { a: { handles: { mail: 'A' }, pseudonym: 'Q', name: 'A' } }],
  ['two handles without a name', { a: { handles: { mail: 'A', github: 'a' } } }],
  ['nobody', { a: { handles: {}, name: 'A' } }],
  ['a basis that is none', { a: { handles: { mail: 'A' }, consent: 'perhaps' } }],
  ['a key that is no slug', { 'A B': { handles: { mail: 'A' } } }],
])('%s is refused', (_, people) => {
  expect(peopleSchema.safeParse(people).success).toBe(false);
});
