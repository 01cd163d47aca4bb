/*
 * English, and the model of every other language: what it says of a text holds for all.
 *
 * thread, post, person, author, quote, passage, source, digest, issue; in a fidelity: verbatim, abridged, altered.
 */

import type { RepliesBelow } from '../replies-below.ts';
import { isUnnamed, type UnnamedPlatform } from '../platforms.ts';
import type { PostView, QuotedByView, ThreadView } from '../views.ts';
import type { DateTexts } from './dates.ts';
import type { Forms, Grammar } from './grammar.ts';

type Fidelity = QuotedByView['fidelity'];

/** How a basis begins that is a licence. */
export const LICENCE = 'licence: ';

/** Every text of the interface. */
export type Texts = ReturnType<typeof english>;

export function english({ number, count, percent, form, list }: Grammar) {
  const posts = (amount: number) => count(amount, { one: 'post', other: 'posts' });
  const threads = (amount: number) => count(amount, { one: 'thread', other: 'threads' });
  const people = (amount: number) => count(amount, { one: 'person', other: 'people' });
  const quotes = (amount: number) => count(amount, { one: 'quote', other: 'quotes' });
  const comments = (amount: number) => count(amount, { one: 'comment', other: 'comments' });
  const times = (amount: number) =>
    amount === 1 ? 'once' : amount === 2 ? 'twice' : `${number(amount)} times`;
  const consent = (basis: string) => {
    if (basis === 'public') return 'Shown because it was said in public';
    if (basis === 'asked') return 'Shown with the consent of those who said it';
    if (basis === 'pseudonymised') return 'Names were changed';
    return basis.startsWith(LICENCE)
      ? `Shown under the licence ${basis.slice(LICENCE.length)}`
      : `Basis for showing it: ${basis}`;
  };
  return {
    dates: {
      first: '1',
      moment: (day: string, time: string) => `${day}, ${time} UTC`,
    } satisfies DateTexts,
    /** What follows a label, with the space before it where the language wants one. */
    colon: ':',

    skip: 'Skip to the text',
    site: {
      home: 'Home',
      threads: 'Threads',
      tags: 'Tags',
      archive: 'Archive',
      search: 'Search',
      issues: 'Issues',
      people: 'People',
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
    },

    digest: {
      by: (editors: readonly string[]) => `by ${list(editors)}`,
      draft: 'Draft: not published yet',
      minutes: (minutes: number) => `${count(minutes, { one: 'minute', other: 'minutes' })} to read`,
      drawnFrom: (threadCount: number, postCount: number, personCount: number) =>
        `drawn from ${threads(threadCount)}, ${posts(postCount)}, ${people(personCount)}`,
      speakers: 'Who speaks here',
      /** How much of what is quoted one speaker says. */
      share: (part: number) => `${percent(part)} of the words`,
      threads: 'What it draws on',
      /** How many quotes and whole posts of a thread stand in the digest. */
      taken: (quoteCount: number, postCount: number) =>
        [
          quoteCount > 0 && quotes(quoteCount),
          postCount > 0 && count(postCount, { one: 'whole post', other: 'whole posts' }),
        ]
          .filter((part) => part !== false)
          .join(', ') || 'nothing quoted',
      mostQuoted: 'Quoted most by others',
      tags: 'Tags',
      neighbours: 'Digests before and after this one',
      previous: 'Before',
      next: 'After',
      /** How to name this digest elsewhere. */
      cite: 'Cite this digest',
      citation: (editors: readonly string[], title: string, site: string, date: string) =>
        `${editors.length > 0 ? `${list(editors)}: ` : ''}“${title}”. ${site}, ${date}.`,
      citeText: 'In words',
    },

    thread: {
      posts,
      /** `unnamed` posts have an author who is not known, or only inferred. */
      people: (named: number, unnamed: number) => {
        const who = named === 0 ? 'nobody' : people(named);
        return unnamed === 0 ? who : `${who} named, ${posts(unnamed)} by authors not known`;
      },
      speakers: (named: number, unnamed: number) =>
        unnamed === 0
          ? `${count(named, { one: 'person takes', other: 'people take' })} part`
          : `${people(named)} named`,
      original: ({ platform }: Pick<ThreadView, 'platform'>) => `The original, ${onPlatform(platform)}`,
      asData: 'This thread as data',
      licence: (licence: string) => `Licence of the posts: ${licence}`,
      /** On what basis words are shown: `public`, `asked`, `pseudonymised`, `licence: …`, or as the editor put it. */
      consent,
      mostQuoted: (passages: number) =>
        form(passages, { one: 'The passage quoted most', other: 'The passages quoted most' }),
      /** The titles of the digests follow. */
      digests: 'Told in',
      replies: 'Posts',
      /** For machines and search results: what the page holds, in a sentence. */
      description: (title: string, platform: string, facts: string) =>
        `${title}, ${onPlatform(platform)}: ${facts}`,
      page: (page: number, pages: number) => `page ${number(page)} of ${number(pages)}`,
      pages: 'Pages of this thread',
      pagesBelow: 'Pages of this thread, below the posts',
      previous: 'Previous page',
      next: 'Next page',
      pageLink: (page: number) => `Page ${number(page)}`,
      elsewhere: 'Posts on further pages',
      elsewherePage: (page: number, postCount: number) => `Page ${number(page)}: ${posts(postCount)}`,
      list: 'Threads',
      listPage: (page: number) => `Threads, page ${number(page)}`,
      listPages: 'Pages of the list',
      listSummary: (threadCount: number) =>
        threadCount === 0
          ? 'No thread has been imported yet.'
          : `${threads(threadCount)}, as exported, with every quote traced to its source.`,
      undated: 'Without a date',
    },

    /** Ways to read a thread. */
    reading: {
      label: 'Ways to read this thread',
      below: ({ count: replies, names, others, unnamed }: RepliesBelow) => {
        const more = others === 0 ? [] : [count(others, { one: 'other', other: 'others' })];
        const unknown =
          unnamed === 0 ? [] : [form(unnamed, { one: 'an author not known', other: 'authors not known' })];
        const who = list([...names, ...more, ...unknown]);
        const amount = count(replies, { one: 'reply', other: 'replies' });
        return who === '' ? amount : `${amount}: ${who}`;
      },
      position: (place: number, of: number) => `post ${number(place)} of ${number(of)}`,
      inTime: 'In order of time',
      inTimeHere: 'The posts of this page in order of time',
      order: 'Order',
      byReplies: 'replies',
      byTime: 'time',
      people: 'By person',
      /** A name follows. */
      only: 'show only',
      everybody: 'Show everybody',
      map: 'Quote map',
      mapLabel: 'Quote map: where in the thread quotes come from and go to',
      keys: 'Keys',
      keysTitle: 'Keys for reading',
      keysOn: 'Single keys move through the thread',
      close: 'Close',
      key: {
        next: 'next post, previous post',
        sibling: 'next or previous answer to the same post',
        parent: 'the post that is answered',
        quote: 'next quote, previous quote',
        fold: 'close or open the replies of the post',
        copy: 'copies the words selected, or the whole post or quote',
        help: 'this list',
      },
      /** For the script: `{…}` is filled in. */
      said: {
        replies: 'The posts stand below the ones they answer.',
        time: { one: 'The post stands alone.', other: 'All {count} posts, in order of time.' } as Forms,
        timeHere: {
          one: 'The one post of this page.',
          other: 'The {count} posts of this page, in order of time.',
        } as Forms,
        only: {
          one: '{count} post by {names}; the others show only who wrote them.',
          other: '{count} posts by {names}; the others show only who wrote them.',
        } as Forms,
        everybody: 'Everybody’s posts are shown.',
      },
    },

    /** Patches in mail, and what is said about them. */
    review: {
      of: (name: string | null) => (name === null ? 'Review of a patch' : `Review of ${name}’s patch`),
      /** By the patch’s own author. */
      answer: 'Answers on the patch',
      comments: (amount: number, files: number) =>
        files === 0
          ? comments(amount)
          : `${comments(amount)} on ${count(files, { one: 'file', other: 'files' })}`,
      /** Lines such as `Reviewed-by: …`, by what they are called. */
      gives: (trailers: readonly string[]) => `gives ${list(trailers)}`,
      list: (amount: number) => form(amount, { one: 'The comment', other: 'The comments' }),
      /** Behind a line of the patch. */
      onLines: comments,
      onPatch: 'On the patch as a whole',
      onMessage: 'On the message of the patch',
      onDiff: 'On the lines above',
      onFile: (file: string) => `On ${file}`,
      onLine: (file: string, line: number) => `On ${file}, line ${line}`,
      onOldLine: (file: string, line: number) => `On ${file}, line ${line} before the change`,
      onRange: (file: string, from: number, to: number) => `On ${file}, lines ${from} to ${to}`,
      counted: (place: string) => `${place} (counted in the quote)`,
      by: (name: string, place: string) => `${name}, ${place.charAt(0).toLowerCase()}${place.slice(1)}`,
      /** Above the list of comments at the patch. */
      commented: (amount: number) => `Commented on ${times(amount)}`,
    },

    post: {
      name: (author: string, date: string | null, parent: string | null) =>
        [author, date, parent].filter((part) => part !== null).join(', '),
      inReplyTo: (name: string | null) => `in reply to ${name ?? 'an earlier post'}`,
      inReplyToGuessed: (name: string | null) => `probably in reply to ${name ?? 'an earlier post'}`,
      publishedGuessed: 'date inferred',
      quoteGuessed: 'That words of this post are a quote was inferred.',
      authorUnknown: 'author not known',
      authorGuessed: (name: string) => `author not known (perhaps ${name}: inferred from replies)`,
      undated: 'no date',
      edited: (date: string) => `edited ${date}`,
      bot: 'bot',
      original: onPlatform,
      permalink: 'link to this post',
      warning: (warning: string) => `Content warning: ${warning}`,
      sensitive: (attachments: number) =>
        `${count(attachments, { one: 'attachment', other: 'attachments' })}, marked sensitive by the author`,
      attachments: 'Attachments',
      /** By the names that importers give them; how others are said stands in `reaction.ts`. */
      reactions: {
        accepted: (amount: number) => (amount === 1 ? 'accepted' : `accepted ${times(amount)}`),
        boost: (amount: number) => count(amount, { one: 'boost', other: 'boosts' }),
        favourite: (amount: number) => count(amount, { one: 'favourite', other: 'favourites' }),
        like: (amount: number) => count(amount, { one: 'like', other: 'likes' }),
        point: (amount: number) => count(amount, { one: 'point', other: 'points' }),
        quote: (amount: number) => count(amount, { one: 'quote post', other: 'quote posts' }),
        repost: (amount: number) => count(amount, { one: 'repost', other: 'reposts' }),
        upvote: (amount: number) => count(amount, { one: 'upvote', other: 'upvotes' }),
      },
      note: 'Note by the editor',
      quotedBy: (amount: number) => `Quoted ${times(amount)}`,
      quotedByMore: (amount: number) => `${number(amount)} more`,
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
      },
    },

    quote: {
      /** Stands before the name, which is marked up by itself: with the space between the two. */
      from: (_name: string) => 'Quote from ',
      unknown: 'somebody',
      end: 'End of quote.',
      misattributed: (name: string) => `attributed to ${name}`,
      via: (names: readonly string[]) => `by way of ${list(names)}`,
      difference: 'what was changed',
      removed: 'said:',
      added: 'quoted as:',
      replaced: (said: string, quoted: string) => `“${said}” became “${quoted}”`,
      leftOut: (said: string) => `“${said}” is missing`,
      putIn: (quoted: string) => `“${quoted}” was put in`,
      /** Names the list of those through whom words came. */
      way: 'The way of these words',
      /** Stand behind a name: what that person did with the words. */
      waySaid: 'said it',
      wayQuoted: 'quoted it',
      /** The end of that list: the quote itself. */
      wayHere: 'quoted here',
      /** What somebody on the way did to the words. */
      wayChanged: (words: number) => `${count(words, { one: 'word', other: 'words' })} changed`,
      wayAltered: 'words changed',
      wayAbridged: 'shortened',
      /** Links that lead those who listen from quote to quote; `null`: whose it is is not known. */
      next: (name: string | null) => (name === null ? 'Next quote' : `Next quote: ${name}`),
      nextSpeaker: (name: string) => `Next speaker: ${name}`,
      quoted: (amount: number) => `quoted ${times(amount)}`,
      /** The titles of digests follow. */
      also: 'also quoted in',
      external: 'the source',
      /** `rightAbove`: the post quoted is the one before. */
      fold: (lines: number, name: string, rightAbove: boolean) =>
        `${count(lines, { one: 'line', other: 'lines' })} quoted from ${name}, ${rightAbove ? 'right above' : 'above'}`,
    },

    copy: {
      copy: 'copy',
      /** Names the choice of formats. */
      as: 'Copy as',
      plain: 'plain text',
      copied: 'Copied.',
      /** For the script: `{format}` is filled in. */
      copiedAs: 'Copied as {format}.',
      refused:
        'The browser does not let this page copy. The words are selected: copy them as you copy others.',
      /** Names the field that holds the words then. */
      held: 'The words to copy',
    },

    body: {
      image: (description: string) => `Image: ${description}`,
      imageWithoutDescription: 'Image, no description by the author',
      footnotes: 'Footnotes',
      spoiler: 'Hidden text',
      /** Names a link whose text is the number: it holds the number as a figure, always. */
      quotedTimes: (amount: number) => `quoted ${count(amount, { one: 'time', other: 'times' })}`,
    },

    attachment: {
      kind: { image: 'Image', video: 'Video', audio: 'Sound', animation: 'Animation', file: 'File' },
      noDescription: 'no description by the author',
      noAddress: 'not in the export',
    },

    poll: {
      label: 'Poll',
      votes: (votes: number | null) =>
        votes === null ? 'votes not known' : count(votes, { one: 'vote', other: 'votes' }),
      voters: (voters: number) => `${people(voters)} voted`,
      multiple: 'more than one choice was allowed',
      closed: (date: string) => `closed ${date}`,
      closes: (date: string) => `open until ${date}`,
    },

    card: { by: (author: string) => `by ${author}` },

    /** What one quote is. */
    fidelity: FIDELITY,
    /** How many quotes are that. */
    fidelityCount: (fidelity: Fidelity, amount: number) => `${number(amount)} ${FIDELITY[fidelity]}`,
    quotes,

    /** What is counted of a thread. */
    figures: {
      title: 'This thread in figures',
      posts: 'Posts',
      people: 'People',
      words: 'Words',
      span: 'From first to last',
      again: (amount: number) => `${number(amount)} wrote more than once`,
      median: (amount: number) =>
        `half of the posts have ${count(amount, { one: 'word', other: 'words' })} or fewer`,
      days: (amount: number) => count(amount, { one: 'day', other: 'days' }),
      activity: 'When they were written (UTC)',
      /** The posts, and the time from the first to the last of them. */
      activityOf: (amount: number, period: string) => `${posts(amount)} over time, ${period}.`,
      peak: (amount: number, when: string) => `Most at once: ${posts(amount)}, ${when}.`,
      undated: (amount: number) => `${posts(amount)} without a date of their own not shown.`,
      answers: 'Who answered whom',
      /** Where people are drawn as rows. */
      answersKey:
        'An arc leads from who answers, in their hue and broad, to whom they answer, where it ends in a point; the more often, the broader.',
      oftenest: (from: string, to: string, amount: number) =>
        `Most often ${from} answered ${to}: ${times(amount)}.`,
      others: (amount: number) =>
        `${number(amount)} ${form(amount, { one: 'other person', other: 'other people' })}`,
      unclear: (amount: number) =>
        `Not counted: ${count(amount, { one: 'answer', other: 'answers' })} of which it is not certain who gave or got them.`,
      further: (amount: number) =>
        `${count(amount, { one: 'further pair', other: 'further pairs' })} not shown.`,
      /** What a fold holds. */
      tables: 'The same as tables',
      when: 'When',
      who: 'Who',
      whom: 'answered whom',
      often: 'how often',
    },

    issues: {
      title: 'Issues',
      summary: (issues: number) => `${count(issues, { one: 'issue', other: 'issues' })}, the newest first.`,
      empty: 'No issue has come out yet.',
      name: (issue: string) => `Issue ${issue}`,
      /** By which an editor tells readers to look an issue up; from the second word on it becomes a link. */
      see: (issue: string) => `see issue ${issue}`,
      newest: 'The newest issue',
      all: 'All issues',
      neighbours: 'Issues before and after',
      previous: (issue: string) => `Previous: issue ${issue}`,
      next: (issue: string) => `Next: issue ${issue}`,
    },

    people: {
      title: 'People',
      summary: (amount: number) => `${people(amount)} who said something on this site.`,
      empty: 'Nobody has a page yet.',
      list: 'Pages of the list of people',
      listPage: (page: number) => `People, page ${number(page)}`,
      description: (name: string) => `What ${name} said on this site, and where.`,
      inDigests: 'In digests',
      inThreads: 'In threads',
      profile: 'Profile',
      consent,
      /** Beside a speaker: leads to what they said elsewhere, too. */
      more: 'on this site',
      moreOf: (name: string) => `${name} on this site`,
      spoken: (postCount: number, wordCount: number) =>
        `${posts(postCount)}, ${count(wordCount, { one: 'word', other: 'words' })}`,
      furtherPosts: (amount: number) =>
        `and ${count(amount, { one: 'further post', other: 'further posts' })}`,
      furtherThreads: (amount: number) =>
        `Older ${form(amount, { one: 'thread', other: 'threads' })} not listed: ${number(amount)}.`,
      noWords: 'a post without words',
      wholePost: 'a whole post',
      note: 'People are told apart by their handles: whoever speaks in two places has two pages.',
    },

    archive: {
      title: 'Archive',
      summary: 'Every digest, by month.',
      empty: 'No digest has been written yet.',
      months: 'Months',
    },
    tags: {
      title: 'Tags',
      summary: 'What the digests are about.',
      empty: 'No digest carries a tag yet.',
      digests: (digests: number) => count(digests, { one: 'digest', other: 'digests' }),
      tagged: (tag: string) => `Tagged “${tag}”`,
      /** Other tags follow. */
      related: 'Often together with',
    },
    search: {
      title: 'Search',
      summary: 'In the digests, and in the posts of the threads.',
      label: 'Words to look for',
      button: 'Search',
      hint: 'Quotation marks find words as they stand. / leads to this field, the arrow keys through the results, Escape back.',
      narrow: 'Narrow the search',
      clear: 'Search without these',
      kind: 'Kind',
      anyKind: 'Digests and posts',
      digests: 'Digests',
      posts: 'Posts',
      person: 'Person',
      anyPerson: 'anybody',
      thread: 'Thread',
      anyThread: 'any thread',
      platform: 'Platform',
      anyPlatform: 'any platform',
      tag: 'Tag',
      anyTag: 'any tag',
      year: 'Year',
      anyYear: 'any year',
      results: 'Results',
      more: 'More results',
      older: 'Search the older threads too',
      /** The lists follow. */
      without:
        'To search, this page needs JavaScript. Everything that can be found stands in these lists, too:',
      /** For the script: `{…}` is filled in. */
      found: {
        searching: 'Searching …',
        results: { one: '{count} result.', other: '{count} results.' } as Forms,
        partial: 'Older threads have not been searched yet.',
        none: 'Nothing was found.',
        failed: 'The search index could not be loaded. Is there a connection?',
        digest: 'Digest',
        post: 'Post',
        said: '{name}, in “{thread}”',
        onlyPerson: 'Only {name}',
        onlyThread: 'Only this thread',
      },
    },
    /** Versions of a digest to take along: as mail, as plain text, as Markdown. */
    edition: {
      label: 'Take it along',
      mail: 'as e-mail',
      text: 'as plain text',
      markdown: 'as Markdown',
      /** As mail programs write it and understand it; `null`: the day is not known. */
      wrote: (name: string, day: string | null) =>
        day === null ? `${name} wrote:` : `On ${day}, ${name} wrote:`,
      source: 'Source',
      linksInQuote: 'Links in the quote',
      onTheWeb: 'Read on the web',
      readOn: 'Mail programs cut long mails off. The rest stands on the web.',
      contents: 'In this issue',
    },
    /** What the picture shows that link previews carry, in words. */
    preview: {
      quote: (name: string, words: string) => `${name}: “${words}”`,
    },
    notFound: {
      title: 'There is no page here',
      summary: 'The address may be mistyped, or what stood here was withdrawn.',
      /** The pages follow, as in a list. */
      ways: 'From here you can go to',
    },
  };
}

const FIDELITY = {
  verbatim: 'verbatim',
  abridged: 'abridged',
  altered: 'altered',
  unsourced: 'source not found',
  external: 'from outside this site',
} satisfies Record<Fidelity, string>;

const PLACES: Readonly<Record<UnnamedPlatform, string>> = {
  mail: 'on the list',
  copy: 'in the copied text',
  file: 'in the imported file',
};

/** `on Mastodon`, `on the list`: where something was said. */
function onPlatform(platform: string): string {
  return isUnnamed(platform) ? PLACES[platform] : `on ${platform}`;
}
