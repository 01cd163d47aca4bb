import type { Post } from '../../thread/schema.ts';
import type { Fields } from './fields.ts';

type Reaction = NonNullable<Post['reactions']>[number];

/** The eight reactions, as REST and as GraphQL name them. */
const PICTURES: ReadonlyMap<string, string> = new Map([
  ...(['+1', 'THUMBS_UP'] as const).map((name) => [name, '👍'] as const),
  ...(['-1', 'THUMBS_DOWN'] as const).map((name) => [name, '👎'] as const),
  ...(['laugh', 'LAUGH'] as const).map((name) => [name, '😄'] as const),
  ...(['hooray', 'HOORAY'] as const).map((name) => [name, '🎉'] as const),
  ...(['confused', 'CONFUSED'] as const).map((name) => [name, '😕'] as const),
  ...(['heart', 'HEART'] as const).map((name) => [name, '❤️'] as const),
  ...(['rocket', 'ROCKET'] as const).map((name) => [name, '🚀'] as const),
  ...(['eyes', 'EYES'] as const).map((name) => [name, '👀'] as const),
]);

/** How often a post was reacted to, and in a discussion how often it was voted for. */
export function reactionsOf({ reactions, reactionGroups, upvoteCount }: Fields): readonly Reaction[] {
  const counted: readonly (readonly [string, unknown])[] = [
    ...Object.entries(reactions ?? {}),
    ...(reactionGroups ?? []).map(
      ({ content, users, reactors }) => [content, users?.totalCount ?? reactors?.totalCount] as const,
    ),
  ];
  return [['upvote', upvoteCount] as const, ...counted.map(pictured)].flatMap(([name, count]) =>
    name !== undefined && typeof count === 'number' && Number.isSafeInteger(count) && count > 0
      ? { name, count }
      : [],
  );
}

function pictured([name, count]: readonly [string, unknown]): readonly [string | undefined, unknown] {
  return [PICTURES.get(name), count];
}
