import type { Post } from '../../thread/schema.ts';
import type { Root } from './fields.ts';

type Reaction = NonNullable<Post['reactions']>[number];

/** The emoji that are awarded most, as pictures; the others keep GitLab's name. */
const PICTURES: ReadonlyMap<string, string> = new Map([
  ['thumbsup', '👍'],
  ['thumbsdown', '👎'],
  ['smile', '😄'],
  ['laughing', '😆'],
  ['tada', '🎉'],
  ['confused', '😕'],
  ['heart', '❤️'],
  ['rocket', '🚀'],
  ['eyes', '👀'],
  ['pray', '🙏'],
  ['clap', '👏'],
  ['fire', '🔥'],
  ['white_check_mark', '✅'],
]);

/** Awarded emoji, counted; of an issue whose awards are not saved the two that it counts itself. */
export function reactionsOf(
  names: readonly string[],
  { upvotes, downvotes }: Partial<Pick<Root, 'upvotes' | 'downvotes'>> = {},
): readonly Reaction[] {
  const counted = names.map((name) => [PICTURES.get(name) ?? name.replaceAll('_', ' '), 1] as const);
  const own = [['👍', upvotes ?? 0] as const, ['👎', downvotes ?? 0] as const];
  const counts = new Map<string, number>();
  for (const [name, count] of counted.length > 0 ? counted : own)
    counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].flatMap(([name, count]) => (count > 0 ? { name, count } : []));
}
