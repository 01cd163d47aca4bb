import { stableId } from '../../thread/ids.ts';
import type { PersonId } from '../../thread/schema.ts';
import type { ImportOptions } from '../importer.ts';
import { field, type Headers, lastPart } from './headers.ts';
import { readSender } from './sender.ts';

/** What is kept of a news article until it is known who withdrew what. */
export interface NewsEntry {
  readonly id: string;
  readonly sender: PersonId | null;
  /** It is for servers and not for people (RFC 5536, 3.2.3). */
  readonly control: boolean;
  /** The article that it withdraws or stands in the place of. */
  readonly replaces: string | null;
}

/** `cancel <1a2b@quay.example>` */
const CANCEL = /^cancel\s{1,8}<([^<>\s]{1,500})>/i;
/** `<1a2b@quay.example>` */
const SUPERSEDED = /<([^<>\s]{1,500})>/;
/** `cmsg cancel <1a2b@quay.example>`: RFC 1036, 3, in the subject where there is no Control. */
const IN_SUBJECT = /^cmsg\s/i;

/** What a message says to servers; `null` where it is no news article. */
export function newsEntry(headers: Headers, id: string): NewsEntry | null {
  if (!headers.has('newsgroups')) return null;
  const subject = field(headers, 'subject') ?? '';
  const command =
    field(headers, 'control') ??
    (IN_SUBJECT.test(subject) ? subject.replace(IN_SUBJECT, '').trim() : undefined);
  const replaced =
    CANCEL.exec(command ?? '')?.[1] ?? SUPERSEDED.exec(lastPart(headers, 'supersedes', LONGEST))?.[1];
  return {
    id,
    sender: readSender(headers)?.id ?? null,
    control: command !== undefined,
    replaces: replaced ?? null,
  };
}

const LONGEST = 1000;

/**
 * The ids of the articles that their own authors withdrew or replaced. Anybody could send a cancel in another's name,
 * and many did against spam: one from another address than the article's is not followed, and told of.
 */
export function withdrawals(
  articles: readonly NewsEntry[],
  warn: ImportOptions['warn'],
): ReadonlySet<string> {
  const senders = new Map(
    articles.flatMap(({ id, sender, control }) => (control ? [] : [[id, sender] as const])),
  );
  const withdrawn = new Set<string>();
  for (const { sender, control, replaces } of articles) {
    const author = replaces === null ? undefined : senders.get(replaces);
    if (replaces === null || author === undefined) continue;
    const post = stableId(replaces);
    if (author !== null && author === sender) {
      withdrawn.add(replaces);
      const how = control ? 'was withdrawn by its author' : 'was replaced by its author';
      warn({ post, code: 'withdrawn', message: `Post ${post} ${how}. Its words were left out.` });
    } else
      warn({
        post,
        code: 'cancel-by-other',
        message: `Somebody else than its author tried to withdraw post ${post}. It was kept.`,
      });
  }
  const controls = articles.filter(({ control }) => control).length;
  if (controls > 0)
    warn({ code: 'control-message', message: `Messages to news servers that were left out: ${controls}.` });
  return withdrawn;
}
