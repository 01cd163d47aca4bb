import type { Label } from './post-view.ts';

/** What labels ask for: those of a post, or those of an account. */
export interface Labelled {
  /** Shown to signed-in users only, as the person asked. */
  readonly membersOnly: boolean;
  /** Taken from view by moderators. */
  readonly hidden: boolean;
  /** Behind a warning, set by moderators. */
  readonly warned: boolean;
  /** Its media are covered. */
  readonly sensitive: boolean;
  readonly bot: boolean;
}

const COVERS_MEDIA = ['porn', 'sexual', 'nudity', 'graphic-media', 'gore', 'nsfl'];

/**
 * What the labels of a view ask for (com.atproto.label.defs, and `LABELS` of @atproto/api). A label that its source
 * took back (`neg`) is none. `!hide` and `!warn` are for moderators: nobody sets them for themselves, so those whose
 * source is the `subject`'s own account do not count.
 */
export function labelled(labels: readonly Label[], subject: string | undefined): Labelled {
  const takenBack = new Set(labels.filter(({ neg }) => neg).map(keyOf));
  const stands = labels.filter((label) => !takenBack.has(keyOf(label)));
  const has = (value: string) => stands.some(({ val }) => val === value);
  const byModerators = (value: string) =>
    stands.some(({ val, src }) => val === value && (src === '' || src !== subject));
  return {
    membersOnly: has('!no-unauthenticated'),
    hidden: byModerators('!hide') || byModerators('!takedown'),
    warned: byModerators('!warn'),
    sensitive: COVERS_MEDIA.some(has),
    bot: has('bot'),
  };
}

function keyOf({ src, val }: Label): string {
  return `${src} ${val}`;
}
