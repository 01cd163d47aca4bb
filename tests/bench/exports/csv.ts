import { postsOf } from './ndjson.ts';

/** The thread that the bench of NDJSON reads, as a table. */
export function exportOf(bytes: number): ReadonlyMap<string, Blob> {
  const posts = postsOf(bytes);
  const rows = posts.map((post) => Object.values(post).map((cell) => `"${cell.replaceAll('"', '""')}"`));
  const lines = [Object.keys(posts[0] ?? {}), ...rows].map((cells) => `${cells.join(',')}\r\n`);
  return new Map([['lamps.csv', new Blob(lines)]]);
}
