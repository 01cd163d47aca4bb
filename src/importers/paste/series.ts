interface Part {
  readonly mentions: readonly string[];
  readonly text: string;
}

/**
 * Whether `next`, which follows `post` in the copy, is the same person's continuation of it. That takes the same
 * leading mentions and two marks: `post` is numbered `1/2` and `next` is numbered `2/2` or begins with dots; or
 * `post` ends with dots and `next` begins with dots.
 */
export function continues(post: Part, next: Part): boolean {
  if (post.mentions.join(' ').toLowerCase() !== next.mentions.join(' ').toLowerCase()) return false;
  const part = numbering(post.text);
  const following = numbering(next.text);
  const dots = DOTS_FIRST.test(withoutMentions(next.text));
  if (!part) return dots && DOTS_LAST.test(post.text.slice(-SHORT));
  if (part.number >= part.of) return false;
  if (!following) return dots;
  return following.number === part.number + 1 && following.of === part.of;
}

// `We went on until ... 1/2`, `(1/2)`, `[1/2]`
const NUMBERED = /(?:^|\s)[([]?(\d{1,2})\/(\d{1,2})[)\]]?$/;
const SHORT = 16;
// `... the bell rang`
const DOTS_FIRST = /^\s*(?:\.\.\.|…)/;
const DOTS_LAST = /(?:\.\.\.|…)$/;
// `@ines @tomas ... the bell rang`
const MENTIONS = /^(?:@\S+\s+)*/;

function numbering(text: string): { number: number; of: number } | null {
  const [, number, of] = NUMBERED.exec(text.slice(-SHORT)) ?? [];
  return number && of ? { number: Number(number), of: Number(of) } : null;
}

function withoutMentions(text: string): string {
  return text.replace(MENTIONS, '');
}
