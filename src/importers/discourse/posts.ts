import { QuotidianError } from '../../thread/error.ts';
import { leftOut } from '../assembly/left-out.ts';
import type { Warning } from '../importer.ts';
import { readEntry } from '../reading/entry.ts';
import { faultText, unreadableEntry, unreadableField } from '../reading/fault-warning.ts';
import { isRecord } from '../reading/glance.ts';
import { htmlTokens, textOfTokens } from '../reading/html-tokens.ts';
import type { Answer } from './answer.ts';
import { type DiscoursePost, NEEDED_OF_POST, postSchema } from './post-schema.ts';

const POST = 1;
const MODERATOR_ACTION = 2;
const SMALL_ACTION = 3;

/** What the answers of one topic hold of its posts. */
export interface Posts {
  /** Those that may be shown, in the topic's order. */
  readonly shown: readonly DiscoursePost[];
  /** How many the answers hold, shown or not. */
  readonly held: number;
}

/**
 * The posts of a topic's answers, each once, by number. Whispers are for some eyes only and never come; notes that
 * something was done are not posts. What is left out, and every key that could not be read, is told to `warn`. Throws
 * `QuotidianError` where not one post can be read.
 */
export function postsOf(answers: readonly Answer[], warn: (warning: Warning) => void): Posts {
  const found = new Map<string, Found>();
  const unread: string[] = [];
  for (const { file, posts } of answers)
    for (const [index, value] of posts.entries()) {
      const { entry, faults } = readEntry(postSchema, value, NEEDED_OF_POST);
      const post =
        isRecord(value) && typeof value.post_number === 'number' ? { post: String(value.post_number) } : {};
      const fault = faultText(faults, `posts[${index}]`);
      if (!entry) unread.push(fault);
      if (faults.length > 0)
        warn({ ...post, file, ...(entry ? unreadableField(fault) : unreadableEntry('A post', fault)) });
      if (!entry) continue;
      // The pages of a topic may overlap; a post that is twice in one of them is mended and told of.
      const known = found.get(entry.id);
      const key = known?.file === file ? `${file} ${index}` : entry.id;
      if (!found.has(key)) found.set(key, { file, post: entry });
    }
  if (found.size === 0 && unread.length > 0)
    throw new QuotidianError(`No post of the export could be read. ${unread[0]}.`, {
      code: 'unreadable-export',
      ...(answers[0] ? { place: { file: answers[0].file } } : {}),
      hint: 'Save the topic again: its address with “.json” behind it.',
    });
  const all = [...found.values()].map(({ post }) => post).sort((a, b) => a.post_number - b.post_number);
  warnOfLeftOut(all, warn);
  return { shown: all.filter(isShown), held: all.length + unread.length };
}

interface Found {
  readonly file: string;
  readonly post: DiscoursePost;
}

/** A moderator's note is kept where words were written to it. */
function isShown({ post_type, cooked, raw }: DiscoursePost): boolean {
  if (post_type === POST) return true;
  return post_type === MODERATOR_ACTION && Boolean(raw?.trim() || textOfTokens(htmlTokens(cooked)));
}

function warnOfLeftOut(posts: readonly DiscoursePost[], warn: (warning: Warning) => void): void {
  const gone = posts.filter((post) => !isShown(post));
  const notes = gone.filter(({ post_type: type }) => type === SMALL_ACTION || type === MODERATOR_ACTION);
  const closed = gone.length - notes.length;
  leftOut(notes.map(({ action_code: code }) => code || 'note')).forEach(warn);
  if (closed > 0)
    warn({ code: 'not-public', message: `Whispers, which are not for everybody, left out: ${closed}.` });
}
