import { post, type State } from './state.ts';

const LONG_ADDRESS = `https://timetables.example/${'archive-of-the-winter-plan/'.repeat(6)}?sheet=seven&column=departures`;

/** What a post may carry, and what may have become of it. */
export const POST_STATES: readonly State[] = [
  {
    name: 'A content warning closes the whole post',
    posts: [
      post(
        'p1',
        'ines',
        '<p>The pontoon went down with the bicycle of the deputy harbour master on it.</p>',
        {
          warning: 'Sunken bicycles',
          attachments: [
            {
              type: 'image',
              url: 'https://dock.example/media/bicycle.jpg',
              description: 'A front wheel above the water.',
            },
          ],
        },
      ),
    ],
  },
  {
    name: 'Sensitive media, and media of each kind',
    posts: [
      post('p2', 'bo', '<p>What was left of the lunch.</p>', {
        sensitive: true,
        attachments: [
          {
            type: 'image',
            url: 'https://dock.example/media/lunch.jpg',
            description: 'Half of an egg sandwich, afloat.',
          },
        ],
      }),
      post('p3', 'petra', '<p>Everything that I have from that morning.</p>', {
        parent: 'p2',
        attachments: [
          {
            type: 'image',
            url: 'https://dock.example/media/quay.jpg',
            description: 'The quay at low water; the ramp hangs in the air.',
          },
          { type: 'image', url: 'https://dock.example/media/quay-2.jpg' },
          {
            type: 'video',
            url: 'https://dock.example/media/ramp.mp4',
            name: 'ramp.mp4',
            description: 'The ramp comes down, slowly.',
          },
          {
            type: 'audio',
            url: 'https://dock.example/media/horn.ogg',
            description: 'The horn, three times.',
          },
          { type: 'animation', url: 'https://dock.example/media/gull.webp' },
          { type: 'file', name: 'winter-plan-of-the-northern-harbours-and-landing-places-final-final-2.ods' },
        ],
      }),
    ],
  },
  {
    name: 'Polls: closed, open, with several choices, and uncounted',
    posts: [
      post('p4', 'lalit', '<p>Which boat do you take?</p>', {
        poll: {
          options: [
            { title: 'The 06:50', votes: 12 },
            { title: 'The 07:40, which does not exist', votes: 61 },
            { title: 'I swim', votes: 0 },
          ],
          closes: '2026-03-05T08:00:00Z',
          closed: true,
          voters: 73,
        },
      }),
      post('p5', 'ines', '<p>And on which days?</p>', {
        parent: 'p4',
        poll: {
          options: [
            { title: 'Workdays', votes: 40 },
            {
              title: 'Sundays, on which it runs empty and does not stop at the mill with the café',
              votes: 7,
            },
          ],
          multiple: true,
          closes: '2026-04-05T08:00:00Z',
          voters: 41,
        },
      }),
      post('p6', 'bo', '<p>Nobody counts these.</p>', {
        parent: 'p4',
        poll: {
          options: [
            { title: 'Yes', votes: null },
            { title: 'No', votes: null },
          ],
        },
      }),
    ],
  },
  {
    name: 'Link cards and reactions',
    posts: [
      post('p7', 'petra', '<p>It was in the paper.</p>', {
        cards: [
          {
            url: 'https://gazette.example/ferry',
            title: 'The ferry that never was',
            description:
              'A cancelled sailing lived on in a file for two months. What it took to find out why.',
            author: 'M. Ferrand',
            site: 'The Quay Gazette',
          },
          {
            title:
              'A card without an address, whose title is as long as a title of that paper can be when its editor is away',
          },
        ],
        reactions: [
          { name: 'boosts', count: 14 },
          { name: 'favourites', count: 120 },
          { name: '🎉', count: 2 },
          { name: 'helpful', count: 1 },
        ],
        edited: '2026-03-04T09:00:00Z',
      }),
    ],
  },
  {
    name: 'Quote posts: shown, awaiting, refused, revoked, deleted',
    posts: [
      post('p8', 'ines', '<p>Nobody who waits on a quay has ever been early enough.</p>'),
      post('p9', 'bo', '<p>This.</p>', { parent: 'p8', quoted: { post: 'p8', state: 'accepted' } }),
      ...(['pending', 'rejected', 'revoked', 'deleted', 'unauthorized'] as const).map((state, n) =>
        post(`p9${n}`, 'lalit', `<p>And this, which is ${state}.</p>`, {
          parent: 'p8',
          quoted: { url: 'https://dock.example/posts/x', state },
        }),
      ),
    ],
  },
  {
    name: 'Deleted, removed and missing posts',
    posts: [
      post('g1', null, '', { state: 'missing' }),
      post('g2', 'bo', '<p>An answer to what the export does not hold.</p>', { parent: 'g1' }),
      post('g3', 'petra', '', { parent: 'g2', state: 'deleted' }),
      post('g4', 'lalit', '', { parent: 'g2', state: 'removed' }),
      post('g5', 'ines', '<p>An answer to what was removed.</p>', { parent: 'g4' }),
    ],
  },
  {
    name: 'Concluded and not exported: author, parent, date, quote',
    posts: [
      post('n1', 'bo', '<p>Somebody who is probably Bo wrote this, some time in spring.</p>', {
        inferred: ['author', 'published'],
      }),
      post('n2', 'ines', '<p>This seems to answer it.</p>', { parent: 'n1', inferred: ['parent'] }),
      post('n3', null, '<p>Nobody knows who wrote this, or when.</p>', {
        parent: 'n1',
        published: undefined,
      }),
      post(
        'n4',
        'petra',
        '<blockquote><p>This seems to answer it.</p></blockquote><p>The copy had no marks; that line is likely a quote.</p>',
        { parent: 'n2', inferred: ['quote'] },
      ),
    ].map(withoutNothing) as [State['posts'][0], ...State['posts'][0][]],
  },
  {
    name: 'A note by the editor, and words that were redacted',
    posts: [
      post(
        'e1',
        'lalit',
        '<p>The second log lies with the deputy harbour master at 12 Ropewalk, behind the stove.</p>',
        {
          subject: 'The second log',
        },
      ),
    ],
  },
  {
    name: 'Long names, a program, and no space to break',
    posts: [
      post('l1', 'long', '<p>The Society regrets.</p>'),
      post(
        'l2',
        'unbroken',
        `<p>Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurfsdebattenprotokollführer und <a href="${LONG_ADDRESS}">${LONG_ADDRESS}</a> und <code>${'a_name_without_a_space_'.repeat(8)}</code></p>`,
        { parent: 'l1' },
      ),
      post('l3', 'clock', '<p>It is 07:40.</p>', { parent: 'l2' }),
    ],
  },
  {
    name: 'Right to left, mixed, and other scripts',
    posts: [
      post(
        'r1',
        'noor',
        '<p>متى تصل العبّارة الأولى إلى الرصيف الشمالي؟ كتب أحدهم <bdi>07:40</bdi> على الباب، لكن الباب مغلق.</p>',
        { lang: 'ar' },
      ),
      post(
        'r2',
        'tamar',
        '<blockquote><p>متى تصل العبّارة الأولى إلى الرصيف الشمالي؟</p></blockquote><p>לפי השלט, ב־07:40. לפי המלח (Bo Lindqvist), אף פעם.</p>',
        { lang: 'he', parent: 'r1' },
      ),
      post(
        'r3',
        'sora',
        '<p>始発のフェリーは七時四十分ですか。時刻表には書いてありますが、船は見えません。</p>',
        { lang: 'ja', parent: 'r2' },
      ),
      post('r4', 'bo', '<p>Is “العبّارة” the ferry? And ζεῦγμα the pontoon? Ещё один вопрос: где 船?</p>', {
        parent: 'r2',
      }),
    ],
  },
  {
    name: 'Emoji and custom emoji',
    posts: [
      post('m1', 'ines', '<p>🚢 👩🏽‍✈️ 🇳🇴 🏴‍☠️ and :ferry_late: and :no_such_emoji:</p>', {
        emoji: { ferry_late: 'https://dock.example/emoji/ferry_late.png' },
      }),
    ],
  },
  {
    name: 'Headings, lists, a table and a rule in a post',
    posts: [
      post('t1', 'petra', {
        flavour: 'github',
        markdown: [
          '## What we know',
          '',
          '1. The plan is made in *November*.',
          '2. The timetable is made in **October**.',
          '   - by hand',
          '   - from the plan of the year before',
          '3. ~~Nobody minds.~~',
          '',
          '- [x] ask the miller',
          '- [ ] ask the wind',
          '',
          '| departure | from | to | remarks of the deputy harbour master | boats |',
          '| --- | --- | --- | --- | ---: |',
          '| 06:50 | North quay | Mill | runs on workdays, and on Sundays when asked before Saturday noon | 1 |',
          '| 07:40 | North quay | Mill | does not run | 0 |',
          '',
          '---',
          '',
          'A line below the rule, with `code`, H<sub>2</sub>O and a note.[^1]',
          '',
          '![The quay at seven](https://dock.example/media/seven.jpg)',
          '',
          '[^1]: The note.',
        ].join('\n'),
      }),
    ],
  },
  {
    name: 'Code in several languages',
    posts: [
      post('c1', 'bo', {
        flavour: 'github',
        markdown: [
          '```python',
          'def departures(plan):  # the plan of last year',
          "    return [boat for boat in plan if boat.runs is not None and 'ferry' in boat.name and boat.leaves < 740]",
          '```',
          '',
          '```rust',
          'fn late(boat: &Boat) -> Option<Duration> { boat.left.checked_sub(boat.due) } // never negative',
          '```',
          '',
          '```sh',
          'curl -s https://dock.example/plan.csv | awk -F, \'$3 == "07:40" { print $1 }\'',
          '```',
          '',
          '```diff',
          '-07:40  North quay',
          '+07:50  North quay',
          '```',
          '',
          '```',
          'no language at all',
          '```',
        ].join('\n'),
      }),
      post(
        'c2',
        'ines',
        {
          flavour: 'github',
          markdown:
            '> ```python\n> def departures(plan):  # the plan of last year\n> ```\n\nOf the year before last, even.',
        },
        { parent: 'c1' },
      ),
    ],
  },
  {
    name: 'Nine answers deep',
    posts: Array.from({ length: 9 }, (_, depth) =>
      post(
        `a${depth}`,
        depth % 2 === 0 ? 'ines' : 'bo',
        `<p>Answer ${depth}: the ferry, the mill, and the hour of the day.</p>`,
        depth === 0 ? {} : { parent: `a${depth - 1}` },
      ),
    ) as [State['posts'][0], ...State['posts'][0][]],
  },
];

/** What the editor decided about them. */
export const OVERLAY = {
  posts: {
    e1: {
      note: 'The log has been found since. [We wrote about it](https://dock.example/log) in April; the stove is cold.',
      redact: ['12 Ropewalk'],
    },
  },
};

/** A date that is not known is absent, and not `undefined`. */
function withoutNothing<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Value;
}
