import type { PostView, QuotedByView, ThreadView } from './views.ts';

type Fidelity = QuotedByView['fidelity'];

/** Every text of the interface, in English. A site in another language gives another file of this shape. */
export const words = {
  skip: 'Skip to the text',
  site: {
    home: 'Home',
    threads: 'Threads',
    tags: 'Tags',
    archive: 'Archive',
    navigation: 'Pages of this site',
  },
  feeds: 'Follow by feed',
  promise: 'Every quotation on this site is traced to the place where it was said.',

  home: {
    newest: 'The newest digest',
    further: 'Further digests',
    threads: 'Newest threads',
    allThreads: 'All threads',
    allDigests: 'All digests',
    noDigests: 'No digest has been written yet.',
    noThreads: 'No thread has been imported yet.',
    read: 'Read the digest',
  },

  digest: {
    by: (editors: readonly string[]) => `by ${listed(editors)}`,
    draft: 'Draft: not published yet',
    minutes: (minutes: number) => `${counted(minutes, 'minute')} to read`,
    drawnFrom: (threads: number, posts: number, people: number) =>
      `drawn from ${counted(threads, 'thread')}, ${counted(posts, 'post')}, ${counted(people, 'person', 'people')}`,
    speakers: 'Who speaks here',
    threads: 'What it draws on',
    tags: 'Tags',
  },

  thread: {
    posts: (posts: number) => counted(posts, 'post'),
    /** `unnamed` posts have an author who is not known, or only inferred. */
    people: (people: number, unnamed: number) => {
      const named = people === 0 ? 'nobody' : counted(people, 'person', 'people');
      return unnamed === 0 ? named : `${named} named, ${counted(unnamed, 'post')} by authors not known`;
    },
    wordCount: (count: number) => counted(count, 'word'),
    speakers: (people: number, unnamed: number) =>
      unnamed === 0
        ? `${counted(people, 'person takes', 'people take')} part`
        : `${counted(people, 'person', 'people')} named`,
    original: (thread: Pick<ThreadView, 'platform'>) => `The original, ${onPlatform(thread.platform)}`,
    asData: 'This thread as data',
    licence: (licence: string) => `Licence of the posts: ${licence}`,
    mostQuoted: (passages: number) =>
      passages === 1 ? 'The passage quoted most' : 'The passages quoted most',
    digests: 'Told in',
    replies: 'Posts',
    page: (number: number, pages: number) => `page ${number} of ${pages}`,
    pages: 'Pages of this thread',
    pagesBelow: 'Pages of this thread, below the posts',
    previous: 'Previous page',
    next: 'Next page',
    pageLink: (number: number) => `Page ${number}`,
    elsewhere: 'Posts on further pages',
    elsewherePage: (number: number, posts: number) => `Page ${number}: ${counted(posts, 'post')}`,
    list: 'Threads',
    listPage: (number: number) => `Threads, page ${number}`,
    listPages: 'Pages of the list',
    listSummary: (threads: number) =>
      threads === 0
        ? 'No thread has been imported yet.'
        : `${counted(threads, 'discussion')}, as exported, with every quote traced to its source.`,
    undated: 'Without a date',
  },

  post: {
    name: (author: string, date: string | null, parent: string | null) =>
      [author, date, parent].filter((part) => part !== null).join(', '),
    inReplyTo: (name: string | null) => `in reply to ${name ?? 'an earlier post'}`,
    inReplyToGuessed: (name: string | null) => `probably in reply to ${name ?? 'an earlier post'}`,
    parentGuessed: 'Which post this one answers was inferred.',
    publishedGuessed: 'date inferred',
    quoteGuessed: 'That words of this post are a quote was inferred.',
    authorUnknown: 'author not known',
    authorGuessed: (name: string) => `author not known (perhaps ${name}: inferred from replies)`,
    undated: 'no date',
    edited: (date: string) => `edited ${date}`,
    bot: 'bot',
    original: (platform: string) => onPlatform(platform),
    permalink: 'link to this post',
    warning: (warning: string) => `Content warning: ${warning}`,
    sensitive: (count: number) => `${counted(count, 'attachment')}, marked sensitive by the author`,
    attachments: 'Attachments',
    /** A reaction has a name, which is counted, or is itself a picture. */
    reaction: (name: string, count: number) =>
      /^[a-z]+$/i.test(name) ? counted(count, name) : `${NUMBER.format(count)} ${name}`,
    note: 'Note by the editor',
    quotedBy: (count: number) => `Quoted ${times(count)}`,
    quotedByMore: (count: number) => `${NUMBER.format(count)} more`,
    state: {
      deleted: 'This post was deleted.',
      removed: 'This post was removed.',
      missing: 'This post is not in the export.',
    } satisfies Record<NonNullable<PostView['state']>, string>,
    quoted: {
      accepted: (name: string | null) => `Shares a post by ${name ?? 'somebody whose name is not known'}`,
      withheld: 'Shares a post that may not be shown here.',
      gone: 'Shares a post that was deleted or withdrawn.',
      end: 'End of the shared post.',
      follow: 'the shared post',
    },
  },

  quote: {
    from: 'Quote from ',
    unknown: 'somebody',
    end: 'End of quote.',
    verdict: {
      abridged: 'abridged',
      altered: 'altered',
      unsourced: 'source not found',
      external: 'from outside this site',
    },
    misattributed: (name: string) => `attributed to ${name}`,
    via: (names: readonly string[]) => `by way of ${listed(names)}`,
    difference: 'what was changed',
    removed: 'said:',
    added: 'quoted as:',
    quoted: (count: number) => `quoted ${times(count)}`,
    external: 'the source',
    fold: (lines: number, name: string, rightAbove: boolean) =>
      `${counted(lines, 'line')} quoted from ${name}, ${rightAbove ? 'right above' : 'above'}`,
  },

  body: {
    image: (description: string) => `Image: ${description}`,
    imageWithoutDescription: 'Image, no description by the author',
    footnotes: 'Footnotes',
    spoiler: 'Hidden text',
    quotedTimes: (count: number) => `quoted ${counted(count, 'time')}`,
  },

  attachment: {
    kind: { image: 'Image', video: 'Video', audio: 'Sound', animation: 'Animation', file: 'File' },
    noDescription: 'no description by the author',
    noAddress: 'not in the export',
  },

  poll: {
    label: 'Poll',
    votes: (votes: number | null) => (votes === null ? 'votes not known' : counted(votes, 'vote')),
    voters: (voters: number) => `${counted(voters, 'person', 'people')} voted`,
    multiple: 'more than one choice was allowed',
    closed: (date: string) => `closed ${date}`,
    closes: (date: string) => `open until ${date}`,
  },

  card: { label: 'Link', by: (author: string) => `by ${author}` },

  fidelity: {
    verbatim: 'verbatim',
    abridged: 'abridged',
    altered: 'altered',
    unsourced: 'source not found',
    external: 'from outside this site',
  } satisfies Record<Fidelity, string>,
  quotes: (quotes: Readonly<Partial<Record<Fidelity, number>>>) => counted(total(quotes), 'quote'),

  speaker: {
    quotes: (quotes: number) => counted(quotes, 'quote'),
    posts: (posts: number) => counted(posts, 'post'),
  },

  archive: { title: 'Archive', summary: 'Every digest, by month.', empty: 'No digest has been written yet.' },
  tags: {
    title: 'Tags',
    summary: 'What the digests are about.',
    empty: 'No digest carries a tag yet.',
    digests: (digests: number) => counted(digests, 'digest'),
    tagged: (tag: string) => `Tagged “${tag}”`,
  },
  notFound: {
    title: 'There is no page here',
    summary: 'The address may be mistyped, or what stood here was withdrawn.',
    ways: 'From here you can go to',
  },
} as const;

/** `on Mastodon`, `on the list`: where something was said. */
export function onPlatform(platform: string): string {
  return PLACES.get(platform) ?? `on ${platform}`;
}

/** `Mastodon`, `mail`: a platform by its name. */
export function platformName(platform: string): string {
  return PLATFORMS.get(platform) ?? platform;
}

const PLATFORMS: ReadonlyMap<string, string> = new Map([['mastodon', 'Mastodon']]);

const PLACES: ReadonlyMap<string, string> = new Map([
  ['mail', 'on the list'],
  ['copy', 'in the copied text'],
]);

/** `1 post`, `2 posts`, `1,204 posts` */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

const NUMBER = new Intl.NumberFormat('en-GB');

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${NUMBER.format(count)} times`;
}

/** `Ada`, `Ada and Bo`, `Ada, Bo and Cleo` */
function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

function total(quotes: Readonly<Partial<Record<Fidelity, number>>>): number {
  return Object.values(quotes).reduce((sum, count) => sum + count, 0);
}
