import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Reference, threadMail } from '../../../src/importers/mail/threading.ts';

const DAY = 24 * 3600 * 1000;
const message = (id: string, more: Partial<Reference> = {}): Reference => ({
  id,
  ancestors: [],
  doubtful: [],
  subject: null,
  reply: false,
  time: 0,
  ...more,
});

/** Each thread in one line: its posts with their parents, `~` where the parent was inferred. */
const outline = (messages: readonly Reference[]) =>
  threadMail(messages).map(({ posts }) =>
    posts.map(({ id, parent, inferred }) => `${id}${inferred ? '~' : '<'}${parent ?? ''}`).join(' '),
  );

describe('by reference', () => {
  test('the last ancestor is the parent, whatever order messages stand in', () => {
    const messages = [
      message('c', { ancestors: ['a', 'b'] }),
      message('b', { ancestors: ['a'] }),
      message('a'),
    ];
    expect(outline(messages)).toEqual(['c<b b<a a<']);
  });

  test('messages without a common ancestor are threads of their own', () => {
    expect(outline([message('a'), message('x'), message('b', { ancestors: ['a'] })])).toEqual([
      'a< b<a',
      'x<',
    ]);
  });

  test('a parent that is not there is a ghost below the nearest ancestor that is', () => {
    const [thread] = threadMail([message('a'), message('d', { ancestors: ['a', 'b', 'c'] })]);
    expect(thread?.posts.map(({ parent }) => parent)).toEqual([null, 'c']);
    expect([...(thread?.ghosts ?? [])]).toEqual([['c', 'a']]);
  });

  test('ghosts that nobody answers join threads but have no place in them', () => {
    const [thread, ...others] = threadMail([
      message('c', { ancestors: ['root', 'x'] }),
      message('d', { ancestors: ['root', 'y'] }),
    ]);
    expect(others).toEqual([]);
    expect([...(thread?.ghosts ?? [])]).toEqual([
      ['x', null],
      ['y', null],
    ]);
  });

  test('a message that names itself is not its own parent', () => {
    expect(outline([message('a', { ancestors: ['a'] })])).toEqual(['a<']);
  });

  test('an In-Reply-To in words is believed only where such a message is there', () => {
    const messages = [
      message('a'),
      message('b', { doubtful: ['ada@quay.example', 'a'] }),
      message('c', { doubtful: ['ada@quay.example'] }),
    ];
    expect(outline(messages)).toEqual(['a< b<a', 'c<']);
  });

  test('an answer without references stands where those of others put it, as inferred', () => {
    const messages = [message('a'), message('b', { reply: true }), message('c', { ancestors: ['a', 'b'] })];
    expect(outline(messages)).toEqual(['a< b~a c<b']);
  });

  test('a message that says it answers nothing is not put below another by a third', () => {
    expect(outline([message('a'), message('b'), message('c', { ancestors: ['a', 'b'] })])).toEqual([
      'a<',
      'b< c<b',
    ]);
  });
});

describe('by subject', () => {
  const about = (id: string, day: number, reply: boolean, more: Partial<Reference> = {}) =>
    message(id, { subject: 'tide tables', reply, time: day * DAY, ...more });

  test('an answer that names nothing follows the one message that began its subject', () => {
    expect(outline([about('b', 2, true), about('a', 1, false)])).toEqual(['b~a a<']);
  });

  test('where two messages began the subject it follows neither', () => {
    const messages = [about('a', 1, false), about('b', 2, false), about('c', 3, true)];
    expect(outline(messages)).toEqual(['a<', 'b<', 'c<']);
  });

  test('it does not follow what came later, nor what came long before', () => {
    expect(outline([about('a', 1, true), about('b', 2, false)])).toEqual(['a<', 'b<']);
    expect(outline([about('a', 1, false), about('b', 100, true)])).toEqual(['a<', 'b<']);
  });

  test('it does not follow by subject where it names something', () => {
    const messages = [about('a', 1, false), about('b', 2, true, { ancestors: ['x'] })];
    expect(outline(messages)).toEqual(['a<', 'b<x']);
  });

  test('answers whose beginning is not there are one thread without a parent', () => {
    expect(outline([about('b', 2, true), about('c', 3, true)])).toEqual(['b< c<']);
  });
});

test('no message is lost and none is in two threads, whatever they name', () => {
  const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const messages = fc.uniqueArray(
    fc.record({
      id: ids,
      ancestors: fc.array(ids, { maxLength: 4 }),
      doubtful: fc.array(ids, { maxLength: 2 }),
      subject: fc.constantFrom(null, 's', 't'),
      reply: fc.boolean(),
      time: fc.constantFrom(null, 0, DAY, 99 * DAY),
    }),
    { selector: ({ id }) => id },
  );
  fc.assert(
    fc.property(messages, (given) => {
      const placed = threadMail(given).flatMap(({ posts }) => posts.map(({ message: place }) => place));
      expect(placed.toSorted()).toEqual(given.map((_, place) => place));
    }),
  );
});

test(
  'a chain and a star of a hundred thousand are threaded in time that grows no faster',
  { timeout: 60_000 },
  () => {
    const chain = Array.from({ length: 100_000 }, (_, n) => message(`${n}`, { ancestors: [`${n + 1}`] }));
    const star = Array.from({ length: 100_000 }, (_, n) =>
      message(`${n}`, { subject: 's', reply: n > 0, time: n }),
    );
    expect(threadMail(chain)).toHaveLength(1);
    expect(threadMail(chain.toReversed())).toHaveLength(1);
    expect(threadMail(star)).toHaveLength(1);
  },
);
