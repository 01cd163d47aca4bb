import { activitypub } from '../../../src/importers/activitypub.ts';
import { exportFrom, importAll } from '../exports.ts';

/* Objects with no more in them than a test is about. Whole ones stand in the fixtures. */

export const PUBLIC = 'https://www.w3.org/ns/activitystreams#Public';

export const address = (name: string) => `https://quay.example/objects/${name}`;
export const note = (name: string, extra: object = {}) => ({
  id: address(name),
  type: 'Note',
  attributedTo: 'https://quay.example/users/ines',
  to: [PUBLIC],
  published: '2026-03-03T08:12:00Z',
  content: `<p>${name}</p>`,
  ...extra,
});
export const json = (value: unknown) => exportFrom(JSON.stringify(value));
export const importing = (value: unknown) => importAll(activitypub, json(value));
export const thread = async (value: unknown) => {
  const [first] = (await importing(value)).threads;
  if (!first) throw new Error('There is no thread.');
  return first;
};
export const only = async (extra: object) => (await thread(note('a', extra))).posts.at(-1);
export const author = async (extra: object, id = 'https://quay.example/users/ines') =>
  Object.values((await thread(note('a', { attributedTo: { id, type: 'Person', ...extra } }))).people)[0];
/** The first words of the posts of each thread, each with those of the post that it answers. */
export const outlines = async (value: unknown) =>
  (await importing(value)).threads.map(({ posts }) => {
    const words = new Map(
      posts.map(({ id, body, state }) => [id, state ?? Object.values(body)[0]?.replace(/<[^>]*>/g, '')]),
    );
    return posts.map(
      ({ id, parent }) => `${words.get(id)}${parent === null ? '' : ` < ${words.get(parent)}`}`,
    );
  });
