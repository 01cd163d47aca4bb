import fc from 'fast-check';
import { mendReplies } from '../../../src/thread/forest.ts';
import { flavourSchema, type Person, type Post, type Thread } from '../../../src/thread/schema.ts';

/*
 * Threads as importers make them: valid by the schema, mended, names as `displayName` leaves them, addresses as
 * `safeAddress` writes them, no words in a post that is withheld.
 */

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/).filter((one) => one !== '__proto__');
const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.string({
    minLength: 1,
    unit: fc.constantFrom('a', ' ', '"', "'", ',', ';', '\t', '\n', '\r', '=', '@', '-', '>', '<', '\\', 'é'),
  }),
  fc.constantFrom(
    '=1+1',
    "'=x",
    '{"quotidian":1}',
    'a,b;c\td',
    'line\r\nline',
    '"id":1234567890123456',
    '\uFEFFx',
    ' x ',
  ),
);
const name = fc.stringMatching(/^@?[A-Za-zéß][A-Za-z0-9é]{0,12}$/);
const date = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .chain((at) => fc.constantFrom(at.toISOString(), `${at.toISOString().slice(0, 19)}Z`));
const url = fc.stringMatching(/^[a-z0-9/_-]{0,12}$/).map((path) => `https://quay.example/${path}`);
const body = fc.oneof(
  words.map((html) => ({ html })),
  fc.record({ markdown: words, flavour: fc.constantFrom(...flavourSchema.options) }),
  fc.record(
    { plain: words, flowed: fc.constantFrom('flowed' as const, 'delsp' as const) },
    { requiredKeys: ['plain'] },
  ),
);
const emptied = ({ state: _, ...post }: Post, state: 'deleted' | 'removed'): Post => {
  const { attachments: __, cards: ___, poll: ____, quoted: _____, ...rest } = post;
  return { ...rest, state, body: 'html' in post.body ? { html: '' } : { plain: '' } };
};

const person: fc.Arbitrary<Person> = fc.record(
  {
    handle: name,
    name,
    url,
    avatar: url,
    bot: fc.constant(true as const),
    wishes: fc.uniqueArray(fc.constantFrom('noindex' as const, 'no-quote' as const, 'no-archive' as const), {
      minLength: 1,
    }),
  },
  { requiredKeys: ['handle'] },
);

const count = fc.nat({ max: 1_000_000 });
const post: fc.Arbitrary<Omit<Post, 'id' | 'author' | 'parent'>> = fc.record(
  {
    body,
    published: date,
    edited: date,
    url,
    subject: words,
    lang: fc.constantFrom('en', 'zh-Hant-TW', 'de'),
    warning: words,
    sensitive: fc.constant(true as const),
    attachments: fc.array(
      fc.record(
        {
          type: fc.constantFrom('image', 'video', 'audio', 'animation', 'file'),
          url,
          name: words,
          description: words,
        },
        { requiredKeys: ['type'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    cards: fc.array(fc.record({ url, title: words, site: words }, { requiredKeys: ['title'] }), {
      maxLength: 2,
    }),
    poll: fc.record({
      options: fc.array(fc.record({ title: words, votes: fc.option(count) })),
      closes: date,
    }),
    reactions: fc.array(fc.record({ name: words, count: count.map((n) => n + 1) }), { maxLength: 2 }),
    emoji: fc.dictionary(id, url, { noNullPrototype: true }),
    quoted: fc.record(
      { post: id, url, state: fc.constantFrom('accepted', 'pending', 'deleted') },
      { requiredKeys: ['state'] },
    ),
    inferred: fc.uniqueArray(fc.constantFrom('author', 'parent', 'published', 'quote'), { minLength: 1 }),
  },
  { requiredKeys: ['body'] },
);

const people = fc.dictionary(id, person, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

/** A thread of up to eight posts, some deleted, some whose parent is not there. */
export const anyThread: fc.Arbitrary<Thread> = fc
  .record({
    id: fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/),
    title: fc.stringMatching(/^[A-Za-z"',;=@]{1,6}( [A-Za-z"']{1,6}){0,3}$/),
    origin: fc.record(
      { platform: id, importer: id, url, community: words, licence: words, consent: words, exported: date },
      { requiredKeys: ['platform', 'importer'] },
    ),
    people,
    posts: fc.uniqueArray(fc.tuple(id, post, fc.nat(), fc.nat(), fc.nat({ max: 9 })), {
      selector: ([one]) => one,
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ posts, ...thread }) => {
    const authors = [null, ...Object.keys(thread.people)];
    const parents = [null, 'not-there-1', ...posts.map(([one]) => one)];
    const made = posts.map(([one, rest, author, parent, state]): Post => {
      const whole: Post = {
        ...rest,
        id: one,
        author: authors[author % authors.length] ?? null,
        parent: parents[parent % parents.length] ?? null,
      };
      return state < 2 ? emptied(whole, state === 0 ? 'deleted' : 'removed') : whole;
    });
    return { format: 1, ...thread, posts: mendReplies(made).posts };
  });
