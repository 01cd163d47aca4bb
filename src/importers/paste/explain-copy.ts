import type { Post } from '../../thread/schema.ts';
import type { Explanation, LineReading } from '../importer.ts';
import type { Copied, Letter, Mark } from './grammars/grammar.ts';
import { mastodonPage } from './grammars/mastodon-page.ts';
import { vote } from './vote.ts';

/** Which form a copy has, how the vote went, and what was made of each line. Nothing of it is published. */
export function explainCopy(file: string, lines: readonly string[]): Explanation {
  const { winner, tied, ballots } = vote(lines);
  const chosen = winner ?? tied[0];
  const grammar = chosen?.grammar ?? mastodonPage;
  const read = tied.length > 0 ? null : grammar.read(lines);
  return {
    file,
    form: winner?.grammar.label ?? null,
    votes: ballots.map(({ grammar: { label }, share, headers }) => ({ form: label, share, headers })),
    lines: readings(lines, chosen?.marks ?? grammar.marks(lines), read),
  };
}

const MEANINGS: Readonly<Record<Letter, string>> = {
  h: 'begins a post',
  p: 'belongs to the header',
  t: 'words of the post',
  r: 'what the post below answers',
  d: 'a day',
  n: 'words of the page',
  '.': 'blank',
  '?': 'not understood',
};

function readings(
  lines: readonly string[],
  marks: readonly Mark[],
  read: Copied | null,
): readonly LineReading[] {
  let met = -1;
  return lines.map((text, n) => {
    const { letter, time } = marks[n] ?? { letter: '?' };
    if (letter === 'h') met += 1;
    const post = letter === 'h' || letter === 't' ? read?.posts[met] : undefined;
    return {
      line: n + 1,
      text,
      letter,
      means: MEANINGS[letter],
      ...(post && read && { post: post.id, ...authorOf(post, read) }),
      ...(time !== undefined && { time }),
    };
  });
}

function authorOf({ author, inferred }: Post, { people }: Copied): Pick<LineReading, 'author' | 'inferred'> {
  const person = author === null ? undefined : people[author];
  if (!person) return {};
  return {
    author: person.name ?? person.handle,
    ...(inferred?.includes('author') && { inferred: true as const }),
  };
}
