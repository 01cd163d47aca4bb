import { discourse } from '../../../src/importers/discourse.ts';
import { exportFrom, importAll } from '../exports.ts';

/* Topics with no more in them than a test is about. Whole ones stand in the fixtures. */

export const post = (number: number, extra: object = {}) => ({
  id: 1000 + number,
  post_number: number,
  post_type: 1,
  username: 'ines',
  user_id: 4,
  avatar_template: '/user_avatar/quay.example/ines/{size}/12_2.png',
  created_at: '2026-03-03T08:12:00.000Z',
  updated_at: '2026-03-04T08:12:00.000Z',
  cooked: `<p>${number}</p>`,
  topic_id: 77,
  ...extra,
});
export const topic = (posts: readonly unknown[], extra: object = {}) => ({
  post_stream: { posts, stream: posts.map((_, index) => 1001 + index) },
  id: 77,
  title: 'Tide tables',
  slug: 'tide-tables',
  archetype: 'regular',
  visible: true,
  deleted_at: null,
  ...extra,
});
export const files = (...values: readonly unknown[]) =>
  new Map(values.map((value, n) => [`${n}.json`, new Blob([JSON.stringify(value)])] as const));
export const importing = (...values: readonly unknown[]) => importAll(discourse, files(...values));
export const thread = async (...values: readonly unknown[]) => {
  const [first] = (await importing(...values)).threads;
  if (!first) throw new Error('There is no thread.');
  return first;
};
export const only = async (extra: object) => (await thread(topic([post(1, extra)]))).posts[0];
export const json = (value: unknown) => exportFrom(JSON.stringify(value));
