import { z } from 'zod';
import { displayName } from '../../thread/display-name.ts';
import type { Post } from '../../thread/schema.ts';
import { isRecord } from '../reading/glance.ts';
import { type MatrixEvent, relationOf, textIn } from './event.ts';

type Reactions = NonNullable<Post['reactions']>;

/**
 * By event: its reactions, each person's once, most first. Where the export holds none as events, what the server
 * counted for it. Reactions that were taken back are not among them.
 */
export function reactionsByEvent(
  events: readonly MatrixEvent[],
  redacted: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, Reactions> {
  const people = new Map<string, Map<string, Set<string>>>();
  for (const event of events) {
    const { type, target, key } = relationOf(event.content);
    const name = nameOf(event, key);
    if (event.type !== 'm.reaction' || type !== 'm.annotation' || !name || redacted.has(event.event_id))
      continue;
    const named = people.get(target) ?? new Map<string, Set<string>>();
    people.set(target, named.set(name, (named.get(name) ?? new Set()).add(event.sender)));
  }
  const counted = [...people].map(([target, named]) => {
    const reactions = [...named].map(([name, by]) => ({ name, count: by.size }));
    return [target, mostFirst(reactions)] as const;
  });
  return new Map([...events.flatMap(bundled), ...counted]);
}

/** A picture's key is its address: the name beside it stands for it. */
function nameOf({ content }: MatrixEvent, key: string): string {
  if (!key.startsWith('mxc://')) return displayName(key);
  return displayName(textIn(content, 'shortcode', 'com.beeper.reaction.shortcode'));
}

const chunk = z.object({
  chunk: z.array(z.object({ type: z.string(), key: z.string(), count: z.int().positive() })),
});

function bundled({ event_id, unsigned }: MatrixEvent): readonly (readonly [string, Reactions])[] {
  const relations = unsigned?.['m.relations'];
  const read = chunk.safeParse(isRecord(relations) ? relations['m.annotation'] : undefined).data;
  const reactions = (read?.chunk ?? []).flatMap(({ type, key, count }) => {
    const name = key.startsWith('mxc://') ? '' : displayName(key);
    return type === 'm.reaction' && name ? { name, count } : [];
  });
  return reactions.length > 0 ? [[event_id, mostFirst(reactions)]] : [];
}

function mostFirst(reactions: Reactions): Reactions {
  return reactions.toSorted((one, other) => other.count - one.count);
}
