import { mendReplies, replyForest } from '../../thread/forest.ts';
import { stableId } from '../../thread/ids.ts';
import type { Origin, Person, PersonId, Post, Thread } from '../../thread/schema.ts';
import { threadFrom } from '../assembly/draft.ts';
import { textForTitle, titleFromText } from '../assembly/title.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import { webAddress } from '../reading/web-address.ts';
import { withoutEmoji } from '../assembly/custom-emoji.ts';
import type { ExportForm } from './export-form.ts';
import { knownOfMissing } from './known-of-missing.ts';
import { homeOf, personId, personOf } from './person.ts';
import { postOf } from './post.ts';
import type { Status } from './status.ts';
import type { Statuses } from './statuses.ts';

/** The thread that the public statuses of an export make, of which there must be one at least. */
export function threadOf(
  statuses: Statuses,
  context: ExportForm['context'],
  options: Pick<ImportOptions, 'warn' | 'consent'>,
): Thread {
  const { shown, hidden } = statuses;
  const people = peopleOf(shown);
  const { posts, mendings } = mendReplies(
    shown.map((status) => postOf(status, hidden)),
    knownOfMissing(statuses, people, context),
  );
  mendings.forEach(options.warn);
  warnOfClosedQuotes(shown, options.warn);
  const first = replyForest(posts)[0]?.post;
  const root = shown.find(({ id }) => stableId(id) === first?.id);
  const title = (root && titleOf(root)) || titleByPeople(first, people);
  return threadFrom({ title, origin: originOf(shown, root), people, posts }, options);
}

function peopleOf(shown: Statuses['shown']): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const { account } of shown)
    if (account && !people.has(personId(account))) people.set(personId(account), personOf(account));
  return Object.fromEntries(people);
}

const MOST_NAMED = 5;

/**
 * `quote_approval` is a rule for quote posts, of one post, and it is empty too for everything written before servers
 * knew of it: too little to call it a person's wish not to be quoted. So the editor is told, and nothing is marked.
 */
function warnOfClosedQuotes(shown: Statuses['shown'], warn: (warning: Warning) => void): void {
  const closed = shown.filter(
    ({ quote_approval: approval }) => approval?.automatic.length === 0 && approval.manual.length === 0,
  );
  if (closed.length === 0) return;
  const named = closed.slice(0, MOST_NAMED).map(({ id }) => stableId(id));
  const list = `${named.join(', ')}${closed.length > MOST_NAMED ? ', …' : ''}`;
  warn({
    code: 'quotes-closed',
    message: `Posts that let nobody quote them in a quote post: ${closed.length} (${list}). Servers say so also of posts that are older than the question.`,
  });
}

/** From its first words; where it has a content warning from that, for a title is read by all. */
function titleOf({ spoiler_text, content, emojis }: Status): string {
  const text = spoiler_text.trim() || textForTitle(content);
  return titleFromText(withoutEmoji(text, emojis ?? []));
}

/** Where the root has no words, or is not there. */
function titleByPeople(root: Post | undefined, people: Readonly<Record<PersonId, Person>>): string {
  const author = root?.author ? people[root.author] : undefined;
  if (author) return `Thread by ${author.handle}`;
  const [first, ...others] = Object.values(people);
  if (!first) return 'Thread';
  return `Replies by ${first.handle}${others.length > 0 ? ' and others' : ''}`;
}

function originOf(shown: Statuses['shown'], root: Status | undefined): Origin {
  const url = root && webAddress(root.url, root.uri);
  const community = shown.flatMap(({ account }) => (account && homeOf(account)) || []).at(0);
  return {
    platform: 'mastodon',
    ...(url && { url }),
    ...(community && { community }),
    importer: 'mastodon',
  };
}
