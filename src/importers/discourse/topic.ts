import { displayName } from '../../thread/display-name.ts';
import type { Person, PersonId, Post, Thread } from '../../thread/schema.ts';
import { mustHaveConsent } from '../assembly/consent.ts';
import { threadFrom } from '../assembly/draft.ts';
import type { ImportOptions, Warning } from '../importer.ts';
import { isRecord } from '../reading/glance.ts';
import { webAddress } from '../reading/web-address.ts';
import type { Answer } from './answer.ts';
import { forumAddress } from './forum-address.ts';
import { personOf } from './person.ts';
import { type DiscoursePost, type DiscourseTopic, topicSchema, NEEDED_OF_TOPIC } from './post-schema.ts';
import { readEntry } from '../reading/entry.ts';
import { QuotidianError } from '../../thread/error.ts';
import { postOf, type TopicAddress } from './post.ts';
import { postsOf } from './posts.ts';

type Options = Pick<ImportOptions, 'warn' | 'consent'>;

/**
 * The thread that the answers about one topic make, of which one must describe the topic; `null` where nothing of it
 * may be shown. Throws `QuotidianError` for a closed place without consent.
 */
export function threadOf(answers: readonly Answer[], options: Options): Thread | null {
  const { topic, file } = topicOf(answers);
  const warn = (warning: Warning) => options.warn({ file, ...warning });
  if (topic.deleted_at !== undefined && topic.deleted_at !== null) {
    warn({ code: 'not-public', message: `The topic ${topic.id} was deleted and was left out.` });
    return null;
  }
  if (!OPEN.has(topic.archetype)) mustHaveConsent(`The message “${displayName(topic.title)}”`, options, file);
  const { shown, held } = postsOf(answers, warn);
  if (shown.length === 0) {
    warn({ code: 'empty-export', message: `The topic ${topic.id} holds no post that may be shown.` });
    return null;
  }
  const raw = answers.flatMap(({ posts }) => posts);
  const forum = toldForum(answers) ?? forumAddress(raw);
  const address = addressOf(topic, forum);
  const known = answers.map(({ stream }) => stream.length).reduce((most, one) => Math.max(most, one), 0);
  tellOfTopic(topic, answers, { forum, missing: known - held }, warn);
  tellOfPosts(shown, warn);
  const posts = shown.map((post) => postOf(post, address));
  const people = peopleOf(shown, posts, forum);
  return threadFrom(
    {
      title: displayName(topic.title),
      origin: {
        platform: 'discourse',
        ...(address.topic && { url: address.topic }),
        ...(forum && { community: new URL(forum).host }),
        importer: 'discourse',
      },
      people,
      posts,
    },
    { ...options, warn },
  );
}

/** No answer says which forum it is from; who fetches one writes it beside the topic. */
function toldForum(answers: readonly Answer[]): string | undefined {
  const told = answers.map(({ topic }) => topic?.forum).find((forum) => typeof forum === 'string');
  return typeof told === 'string' ? webAddress(told)?.replace(/\/$/, '') : undefined;
}

/** `banner` stands above all pages of a forum; what is neither is a message between some people. */
const OPEN: ReadonlySet<string> = new Set(['regular', 'banner']);

function topicOf(answers: readonly Answer[]): { readonly topic: DiscourseTopic; readonly file: string } {
  const described = answers.find((answer) => answer.topic) ?? answers[0];
  const file = described?.file ?? '';
  if (!described?.topic)
    throw new QuotidianError(
      'These posts come without their topic, which says what they are about and who may read them.',
      {
        code: 'no-topic',
        place: { file },
        hint: `Save the topic too (/t/${described?.topicId ?? 'ID'}.json) and import both in one folder.`,
      },
    );
  const { entry, faults } = readEntry(topicSchema, described.topic, NEEDED_OF_TOPIC);
  if (entry) return { topic: entry, file };
  throw new QuotidianError(`The topic could not be read. ${faults.join('; ')}.`, {
    code: 'unreadable-export',
    place: { file },
    hint: 'Save it again: its address with “.json” behind it.',
  });
}

/** `tide-tables`; letters of any script. */
const SLUG = /^[^\s/?#]{1,300}$/;

function addressOf({ id, slug }: DiscourseTopic, forum: string | undefined): TopicAddress {
  const topic = forum && webAddress(`${forum}/t/${SLUG.test(slug) ? slug : '-'}/${id}`);
  return { ...(forum && { forum }), ...(topic && { topic }) };
}

/** Of those who may be named: a deleted post has lost its author. */
function peopleOf(
  shown: readonly DiscoursePost[],
  posts: readonly Post[],
  forum: string | undefined,
): Readonly<Record<PersonId, Person>> {
  const people = new Map<PersonId, Person>();
  for (const [index, post] of shown.entries()) {
    const id = posts[index]?.author ?? null;
    if (id !== null && !people.has(id)) people.set(id, personOf(post, forum));
  }
  return Object.fromEntries(people);
}

interface Known {
  readonly forum: string | undefined;
  readonly missing: number;
}

function tellOfTopic(
  topic: DiscourseTopic,
  answers: readonly Answer[],
  { forum, missing }: Known,
  warn: (warning: Warning) => void,
): void {
  if (missing > 0)
    warn({
      code: 'missing-posts',
      message: `The topic has posts that the export does not hold: ${missing}. Save them too: /t/${topic.id}.json?print=true, or /t/${topic.id}/posts.json?post_ids[]=….`,
    });
  if (topic.visible === false)
    warn({
      code: 'unlisted',
      message: 'The topic is not listed: who has its address can read it, nobody else finds it.',
    });
  if (isOfMember(answers))
    warn({
      code: 'publicity-unknown',
      message:
        'The topic was saved by a member of the forum, and the export does not say who may read its category. Look whether it opens without logging in.',
    });
  if (!forum)
    warn({
      code: 'no-address',
      message: 'The export does not say which forum it is from: posts come without links to them.',
    });
}

const MOST_NAMED = 5;

function tellOfPosts(posts: readonly DiscoursePost[], warn: (warning: Warning) => void): void {
  const several = posts.filter(({ polls }) => (polls?.length ?? 0) > 1);
  for (const { post_number } of several)
    warn({
      post: String(post_number),
      code: 'several-polls',
      message: 'The post holds several polls. The first is kept with its votes, of the others the options.',
    });
  const wikis = posts.filter(({ wiki, version }) => wiki && (version ?? 1) > 1);
  if (wikis.length === 0) return;
  const named = wikis.slice(0, MOST_NAMED).map(({ post_number }) => post_number);
  warn({
    code: 'many-hands',
    message: `Posts that others could edit, and that were edited: ${wikis.length} (${named.join(', ')}${wikis.length > MOST_NAMED ? ', …' : ''}). Not every word in them need be their author’s.`,
  });
}

/** What the API says only to those who are logged in (`TopicViewSerializer#has_topic_user?`, `Guardian`). */
function isOfMember(answers: readonly Answer[]): boolean {
  return answers.some(({ topic, posts }) => {
    const details = isRecord(topic?.details) ? topic.details : {};
    const may = MEMBERS_RIGHTS.some((right) => details[right] === true);
    const own = posts.some((post) => isRecord(post) && (post.yours === true || post.can_edit === true));
    return may || own || typeof topic?.last_read_post_number === 'number' || topic?.posted === true;
  });
}
const MEMBERS_RIGHTS = [
  'can_create_post',
  'can_edit',
  'can_reply_as_new_topic',
  'can_move_posts',
  'can_delete',
];
